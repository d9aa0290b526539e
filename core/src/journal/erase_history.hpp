// SPDX-License-Identifier: MIT
/// Erases a client from the journal's old values. The digests stay, so the chain stays valid; the
/// set that erases covers exactly what it erased.
/// source  schemas/formats/journal.md: an erasure
#pragma once
#include "journal/digest.hpp"
#include "journal/row.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::practice {

/// A row that lives on although its newest change was erased. The set must seal it again.
struct UnsealedRow {
    std::string table;
    std::int64_t row_number = 0;
    Row content;
};

/// Erases, in the name of the set `change_set`: the changes of rows that this set removed, changes
/// whose old values name the client, and changes whose old values refer by foreign key to a row so
/// removed; each with all older changes of its row. Records of the core are left out.
std::vector<UnsealedRow>
erase_history(SQLite::Database& db, std::int64_t client, std::int64_t change_set);

/// The digest of all changes that the set erased.
Digest digest_of_erasure(SQLite::Database& db, std::int64_t change_set);

} // namespace praxis::practice
