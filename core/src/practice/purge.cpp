// SPDX-License-Identifier: MIT
#include "practice/purge.hpp"

#include "base/sql_names.hpp"
#include "practice/table_guard.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>

namespace praxis::practice {
namespace {

using Owners = std::map<std::string, std::string>;

Owners owners_of(SQLite::Database& db) {
    return table_owners(db, {"core", {}, "core_", {}, {}, {}});
}

struct Named {
    std::string type; // as in sqlite_schema
    std::string name;
};

/// Tables, views and triggers of the plugin, without the shadow tables of its full-text indexes.
std::vector<Named> things_of(SQLite::Database& db, const std::string& plugin) {
    const auto owners = owners_of(db);
    auto things = all_rows(
        statement(
            db,
            "SELECT schema.type, schema.name, schema.tbl_name FROM sqlite_schema AS schema"
            " LEFT JOIN pragma_table_list AS list ON list.name = schema.name"
            " WHERE schema.type IN ('table', 'view', 'trigger')"
            " AND coalesce(list.type, '') <> 'shadow' ORDER BY schema.rowid DESC"
        ),
        [&](auto& query) {
            const auto table = column_text(query, 2);
            const bool own = owner_of(owners, table) == plugin;
            return Named{own ? column_text(query, 0) : "", column_text(query, 1)};
        }
    );
    std::erase_if(things, [](const Named& thing) { return thing.type.empty(); });
    return things;
}

std::vector<std::string> names_of(const std::vector<Named>& things, const char* type) {
    std::vector<std::string> names;
    for (const auto& thing : things) {
        if (thing.type == type) {
            names.push_back(thing.name);
        }
    }
    return names;
}

void refuse_while_referred_to(SQLite::Database& db, const std::string& plugin) {
    const auto owners = owners_of(db);
    auto query = statement(
        db,
        "SELECT list.name, reference.\"table\""
        " FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS reference"
        " WHERE list.schema = 'main' ORDER BY 1, 2"
    );
    while (query.executeStep()) {
        const auto table = column_text(query, 0);
        const auto owner = owner_of(owners, table);
        if (owner != plugin && owner_of(owners, column_text(query, 1)) == plugin) {
            throw Refused(
                "the table " + table + " of '" + owner + "' refers to " + column_text(query, 1),
                "if its records may be deleted too, first: praxis plugin purge " + owner
            );
        }
    }
}

bool is_full_text(SQLite::Database& db, const std::string& table) {
    const auto indexes = full_text_indexes(db);
    return std::find(indexes.begin(), indexes.end(), table) != indexes.end();
}

} // namespace

std::vector<std::pair<std::string, std::int64_t>>
tables_of(SQLite::Database& db, const std::string& plugin) {
    std::vector<std::pair<std::string, std::int64_t>> tables;
    for (const auto& table : names_of(things_of(db, plugin), "table")) {
        if (!is_full_text(db, table)) {
            tables.emplace_back(
                table,
                first_row(
                    statement(db, "SELECT count(*) FROM " + quoted_name(table)),
                    [](auto& query) { return column_number(query, 0); }
                ).value_or(0)
            );
        }
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

bool knows_plugin(SQLite::Database& db, const std::string& plugin) {
    return first_row(
               statement(db, "SELECT 1 FROM core_plugin WHERE plugin = ?", plugin),
               [](auto&) { return true; }
    ).value_or(false);
}

void purge(SQLite::Database& db, const std::string& plugin) {
    refuse_while_referred_to(db, plugin);
    const auto things = things_of(db, plugin);
    // Its own triggers protect signed or sent records from deletion.
    for (const auto& trigger : names_of(things, "trigger")) {
        db.exec("DROP TRIGGER " + quoted_name(trigger));
    }
    for (const auto& view : names_of(things, "view")) {
        db.exec("DROP VIEW " + quoted_name(view));
    }
    db.exec("PRAGMA defer_foreign_keys = ON");
    const auto tables = names_of(things, "table");
    for (const auto& table : tables) {
        if (!is_full_text(db, table)) {
            execute(db, "DELETE FROM " + quoted_name(table));
        }
    }
    for (const auto& table : tables) {
        db.exec("DROP TABLE " + quoted_name(table));
    }
    execute(db, "DELETE FROM core_migration WHERE plugin = ?", plugin);
    execute(db, "DELETE FROM core_plugin WHERE plugin = ?", plugin);
    if (const auto broken = broken_views(db); !broken.empty()) {
        throw Refused("this view would no longer be readable: " + broken.front());
    }
}

} // namespace praxis::practice
