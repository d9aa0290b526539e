// SPDX-License-Identifier: MIT
#include "journal/as_of.hpp"

#include "base/sql_names.hpp"
#include "journal/journal.hpp"
#include "journal/undo.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <map>

namespace praxis::practice {
namespace {

/// Drops the triggers that protect records. The caller rolls the transaction back, so they return.
void drop_triggers(SQLite::Database& db) {
    const auto names = all_rows(
        statement(db, "SELECT name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name"),
        [](auto& query) { return column_text(query, 0); }
    );
    for (const auto& name : names) {
        db.exec("DROP TRIGGER main." + quoted_name(name));
    }
}

/// The rows of a table that changed since, as they were then; nullopt: there was none.
using OlderRows = std::map<std::int64_t, std::optional<Row>>;

/// The row before a change. A row whose history was erased is unknown.
std::optional<Row> older_row(const Change& change, const std::optional<Row>& after) {
    return change.is_erased() ? std::nullopt : row_before(change, after);
}

/// Walks the changes since then, newest first, and puts the old values back in memory. Most rows
/// were added since, so their content is not read.
OlderRows older_rows(SQLite::Database& db, const JournalledTable& table, std::int64_t last) {
    OlderRows rows;
    auto query = statement(
        db,
        std::string{"SELECT "} + change_columns +
            " FROM core_change WHERE table_name = ? AND change > ? ORDER BY change DESC",
        table.name,
        last
    );
    while (query.executeStep()) {
        const auto change = read_change(query);
        const auto [entry, is_new] = rows.try_emplace(change.row_number);
        if (is_new && change.kind == ChangeKind::changed) {
            entry->second = find_row(db, table, change.row_number);
        }
        entry->second = older_row(change, entry->second);
    }
    return rows;
}

/// Removes the changed rows before it inserts the older ones, so that no unique value is there
/// twice.
void restore_rows(SQLite::Database& db, const JournalledTable& table, const OlderRows& rows) {
    auto remove = statement(db, "DELETE FROM main." + quoted_name(table.name) + " WHERE rowid = ?");
    for (const auto& [number, row] : rows) {
        remove.bind(1, number);
        remove.exec();
        remove.reset();
    }
    for (const auto& [number, row] : rows) {
        set_row(db, table, number, std::nullopt, row);
    }
}

} // namespace

bool is_clock_out_of_order(SQLite::Database& db, Instant moment) {
    return first_row(
               statement(
                   db,
                   "SELECT 1 FROM core_change_set WHERE at >= ?1 AND change_set <"
                   " (SELECT max(change_set) FROM core_change_set WHERE at < ?1) LIMIT 1",
                   moment
               ),
               [](auto&) { return true; }
    ).value_or(false);
}

std::int64_t last_change_before(SQLite::Database& db, Instant moment) {
    return first_row(
               statement(
                   db,
                   "SELECT last_change FROM core_change_set WHERE at < ?"
                   " ORDER BY change_set DESC LIMIT 1",
                   moment
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

std::vector<std::pair<std::string, std::int64_t>>
turn_back(SQLite::Database& db, std::int64_t last_change) {
    std::vector<std::pair<std::string, std::int64_t>> changed;
    drop_triggers(db);
    try {
        for (const auto& table : journalled_tables(db)) {
            if (!is_record_table(table.name)) {
                continue;
            }
            const auto rows = older_rows(db, table, last_change);
            restore_rows(db, table, rows);
            for (const auto& [number, row] : rows) {
                changed.emplace_back(table.name, number);
            }
        }
    } catch (const SQLite::Exception& error) {
        throw Refused(
            std::string{"the tables have changed since that day, so praxis cannot show it: "} +
                error.what(),
            "restore a backup of that day: praxis backup list"
        );
    }
    return changed;
}

} // namespace praxis::practice
