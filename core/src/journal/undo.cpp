// SPDX-License-Identifier: MIT
#include "journal/undo.hpp"

#include "base/sql_names.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::practice {
namespace {

/// Whether the table holds records. The lines of the access log in a set are not undone.
bool is_record(const std::string& table) {
    return table != "core_access";
}

const WatchedTable& table_of(const std::vector<WatchedTable>& tables, const Change& change) {
    for (const auto& table : tables) {
        if (table.name == change.table) {
            return table;
        }
    }
    throw Refused(
        "the table " + change.table + " no longer exists",
        "install its plugin again: praxis plugin add PATH"
    );
}

/// SQL expressions that take each column's value from the JSON object in ?1.
std::vector<std::string> values_of(const WatchedTable& table) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.is_blob[i]) {
            throw Refused("changes of the table " + table.name + " cannot be undone");
        }
        values.push_back("json_extract(?1, '$." + quoted_name(table.columns[i]) + "')");
    }
    return values;
}

void insert_row(
    SQLite::Database& db, const WatchedTable& table, std::int64_t row, const std::string& content
) {
    std::vector<std::string> columns;
    std::transform(
        table.columns.begin(), table.columns.end(), std::back_inserter(columns), quoted_name
    );
    execute(
        db,
        "INSERT INTO main." + quoted_name(table.name) + " (" + join(columns, ", ") + ") SELECT " +
            join(values_of(table), ", "),
        content
    );
    // A table without an INTEGER PRIMARY KEY would give the row a different rowid than the journal
    // has.
    if (db.getLastInsertRowid() != row) {
        execute(
            db,
            "UPDATE main." + quoted_name(table.name) + " SET rowid = ?1 WHERE rowid = ?2",
            row,
            db.getLastInsertRowid()
        );
    }
}

void update_row(
    SQLite::Database& db, const WatchedTable& table, std::int64_t row, const std::string& content
) {
    const auto values = values_of(table);
    std::vector<std::string> settings;
    for (std::size_t i = 0; i < values.size(); ++i) {
        settings.push_back(quoted_name(table.columns[i]) + " = " + values[i]);
    }
    execute(
        db,
        "UPDATE main." + quoted_name(table.name) + " SET " + join(settings, ", ") +
            " WHERE rowid = ?2",
        content,
        row
    );
}

void refuse_keys_and_erased(const std::vector<Change>& changes, const ChangeSet& set) {
    if (set.author.command.starts_with(migrate_command) || set.author.command == "plugin purge") {
        throw Refused(
            "praxis " + set.author.command + " changed the tables and cannot be undone",
            "the copy that praxis made before it lies beside the practice"
        );
    }
    for (const auto& change : changes) {
        const bool key = change.table == "core_signing_key" || change.table == "core_erasure";
        if (change.erased || key || (change.table == "core_practice" && !change.before)) {
            throw Refused(
                "praxis " + set.author.command + " cannot be undone",
                change.table == "core_signing_key" ? "to change a user: praxis user edit" : ""
            );
        }
    }
}

} // namespace

std::vector<ChangeSet> newest_change_sets(SQLite::Database& db, std::int64_t most) {
    return all_rows(
        statement(
            db,
            "SELECT change_set, at, user, login, command, digest FROM core_change_set AS s"
            " WHERE EXISTS (SELECT 1 FROM core_change AS c WHERE c.change_set = s.change_set"
            " AND c.table_name <> 'core_access')"
            " ORDER BY change_set DESC LIMIT ?",
            most
        ),
        read_change_set
    );
}

std::vector<Change> undoable_changes(SQLite::Database& db, std::int64_t change_set) {
    auto changes = changes_of(db, change_set);
    std::erase_if(changes, [](const auto& change) { return !is_record(change.table); });
    return changes;
}

std::vector<RowsRestoring::Row> rows_changed_from(SQLite::Database& db, std::int64_t change_set) {
    return all_rows(
        statement(
            db,
            "SELECT table_name, row_number, old_content IS NULL, min(change) FROM core_change"
            " WHERE change_set >= ? AND erased = 0 AND table_name <> 'core_access'"
            " GROUP BY table_name, row_number",
            change_set
        ),
        [](auto& query) {
            return RowsRestoring::Row{
                column_text(query, 0), column_number(query, 1), column_flag(query, 2)};
        }
    );
}

void undo_row(SQLite::Database& db, const std::vector<WatchedTable>& tables, const Change& change) {
    const auto& table = table_of(tables, change);
    if (!change.before) {
        execute(db, "DELETE FROM main." + quoted_name(table.name) + " WHERE rowid = ?", change.row);
    } else if (!change.after) {
        insert_row(db, table, change.row, *change.before);
    } else {
        update_row(db, table, change.row, *change.before);
    }
}

std::vector<std::pair<std::string, std::int64_t>>
undo_changes(SQLite::Database& db, const ChangeSet& set) {
    const auto changes = undoable_changes(db, set.number);
    refuse_keys_and_erased(changes, set);
    const auto tables = watched_tables(db);
    std::vector<std::pair<std::string, std::int64_t>> rows;
    db.exec("PRAGMA defer_foreign_keys = ON");
    try {
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            undo_row(db, tables, *change);
            rows.emplace_back(change->table, change->row);
        }
    } catch (const SQLite::Exception& error) {
        // The message of the trigger names the signed or sent record.
        throw Refused(
            "praxis " + set.author.command + " cannot be undone: " + error.what(),
            "to add to a signed note: praxis note amend; earlier commands: praxis undo --list"
        );
    }
    return rows;
}

} // namespace praxis::practice
