// SPDX-License-Identifier: MIT
#include "journal/as_of.hpp"

#include "base/sql_names.hpp"
#include "journal/journal.hpp"
#include "journal/undo.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <set>

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

/// The change sets after that moment, newest first. If a wrong clock put sets out of order, the
/// order of the sets decides, not their times.
std::vector<std::int64_t> change_sets_since(SQLite::Database& db, Instant moment) {
    return all_rows(
        statement(
            db,
            "SELECT change_set FROM core_change_set WHERE change_set >= ? ORDER BY change_set DESC",
            first_change_set_since(db, moment)
        ),
        [](auto& query) { return column_number(query, 0); }
    );
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

std::int64_t first_change_set_since(SQLite::Database& db, Instant moment) {
    return first_row(
               statement(
                   db,
                   "SELECT coalesce(max(change_set), 0) + 1 FROM core_change_set WHERE at < ?",
                   moment
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value();
}

std::vector<std::pair<std::string, std::int64_t>> turn_back(SQLite::Database& db, Instant moment) {
    std::set<std::pair<std::string, std::int64_t>> rows;
    db.exec("PRAGMA defer_foreign_keys = ON");
    drop_triggers(db);
    const auto tables = watched_tables(db);
    try {
        for (const auto set : change_sets_since(db, moment)) {
            const auto changes = undoable_changes(db, set);
            for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
                if (!change->erased) {
                    undo_row(db, tables, *change);
                    rows.emplace(change->table, change->row);
                }
            }
        }
    } catch (const SQLite::Exception& error) {
        throw Refused(
            std::string{"the tables have changed since that day, so praxis cannot show it: "} +
                error.what(),
            "restore a backup of that day: praxis backup list"
        );
    }
    return {rows.begin(), rows.end()};
}

} // namespace praxis::practice
