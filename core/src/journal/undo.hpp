// SPDX-License-Identifier: MIT
/// Undoes the last command that changed records, using the journal.
#pragma once
#include "journal/journal.hpp"

#include <praxis/records.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::practice {

/// The newest sets that changed records, newest first. Lines of the access log are not records.
std::vector<ChangeSet> newest_change_sets(SQLite::Database& db, std::int64_t most);

/// The changes of a set that undo reverts, in their order.
std::vector<Change> undoable_changes(SQLite::Database& db, std::int64_t change_set);

/// The rows that this set and all later ones changed, each once.
std::vector<RowsRestoring::Row> rows_changed_from(SQLite::Database& db, std::int64_t change_set);

/// Restores one row to its content before the change.
/// errors  Refused when its table no longer exists; SQLite::Exception when the database refuses the
///         row
void undo_row(SQLite::Database& db, const std::vector<WatchedTable>& tables, const Change& change);

/// Restores every row to its content before the set; call it inside a transaction. Returns the
/// changed rows by table and number.
/// errors  Refused when the set cannot be undone: a signed note, a sent letter, a key, an erased
///         client
std::vector<std::pair<std::string, std::int64_t>>
undo_changes(SQLite::Database& db, const ChangeSet& set);

} // namespace praxis::practice
