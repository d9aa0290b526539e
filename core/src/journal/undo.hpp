// SPDX-License-Identifier: MIT
/// Takes the last command that changed records back, with the journal's help.
#pragma once
#include "journal/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::practice {

/// The newest sets that changed records, the newest first. Lines copied from the access log are not
/// records.
std::vector<ChangeSet> newest_change_sets(SQLite::Database& db, std::int64_t most);

/// The changes of a set that undo takes back, in their order.
std::vector<Change> undoable_changes(SQLite::Database& db, std::int64_t change_set);

/// Puts one row back as it was before the change.
/// errors  Refused when its table is gone; SQLite::Exception when the database refuses the row
void take_back_row(
    SQLite::Database& db, const std::vector<WatchedTable>& tables, const Change& change
);

/// Puts every row back as it was before the set. Inside a transaction.
/// Gives the rows that were touched, by table and number.
/// errors  Refused when the set is frozen: a signed note, a sent letter, a key, an erased client
std::vector<std::pair<std::string, std::int64_t>>
take_back(SQLite::Database& db, const ChangeSet& set);

} // namespace praxis::practice
