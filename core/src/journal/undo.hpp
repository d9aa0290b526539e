// SPDX-License-Identifier: MIT
/// Undoes the last command that changed records, using the journal.
#pragma once
#include "journal/journal.hpp"
#include "journal/tables.hpp"

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

/// The number of changes of a set that undo reverts.
std::int64_t count_undoable_changes(SQLite::Database& db, const ChangeSet& set);

/// The number of the last change before the set.
std::int64_t last_change_before(SQLite::Database& db, const ChangeSet& set);

/// The records that later changes changed, each once.
std::vector<RowsRestoring::Row> rows_changed_after(SQLite::Database& db, std::int64_t change);

/// A change that undo reverted, with the row before and after the undo.
struct Undone {
    std::string table;
    std::int64_t row_number = 0;
    std::optional<Row> before;
    std::optional<Row> after;
};

/// Restores every row to its content before the set; call it inside a transaction. Returns the
/// changes that it reverted, newest first.
/// errors  Refused when the set cannot be undone: a signed note, a sent letter, a key, an erased
///         client; or when a row is no longer as the set left it
std::vector<Undone> undo_changes(SQLite::Database& db, const ChangeSet& set);

/// Makes a row of the table what `wanted` is; nullopt: no row. The row is `current` so far.
/// errors  Refused when the table has no column for a value; SQLite::Exception when the database
///         refuses the row
void set_row(
    SQLite::Database& db,
    const JournalledTable& table,
    std::int64_t row_number,
    const std::optional<Row>& current,
    const std::optional<Row>& wanted
);

} // namespace praxis::practice
