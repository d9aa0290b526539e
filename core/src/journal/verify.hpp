// SPDX-License-Identifier: MIT
/// Verifies that the practice is as praxis saved it: the journal's chain, its end in the anchor,
/// and every row against the journal. A finding names the row and never a client.
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
    std::vector<std::string> findings; // the first wrong row of each kind comes first
};

/// Verifies the chain from its start. After the first broken set the chain proves nothing, so that
/// set is the only finding.
void verify_chain(SQLite::Database& db, Verified& verified);

/// Compares each row of each watched table with its last change in the journal. Finds rows that
/// were added, changed or removed outside praxis, and rows with damaged bytes.
void verify_rows(SQLite::Database& db, Verified& verified);

/// Adds each row of the table that differs from the journal to the changes of the current set.
void collect_differences(SQLite::Database& db, const WatchedTable& table);

} // namespace praxis::practice
