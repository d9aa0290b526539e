// SPDX-License-Identifier: MIT
/// Whether the practice is what was saved: the journal's chain, the anchor's end of it, and every
/// row against the journal. Each finding is a sentence that names the row and nothing of a client.
#pragma once
#include "journal/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::practice {

struct Verified {
    std::int64_t change_sets = 0;
    std::int64_t changes = 0;
    std::int64_t rows = 0;
    std::vector<std::string> findings; // the first bad one of each kind comes first
};

/// Walks the chain from its begin. From the first set that breaks it on, nothing can be said, so
/// that one is the only finding.
void verify_chain(SQLite::Database& db, Verified& verified);

/// Each row of each watched table against the last change that the journal knows of it: a row that
/// was added, changed or removed past praxis is found, and so is one whose bytes went bad.
void verify_rows(SQLite::Database& db, Verified& verified);

/// Collects, for the change set that was begun, each row of the table that is not what the journal
/// knows of it.
void collect_differences(SQLite::Database& db, const WatchedTable& table);

} // namespace praxis::practice
