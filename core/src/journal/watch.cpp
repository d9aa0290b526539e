// SPDX-License-Identifier: MIT
#include "base/sql_names.hpp"
#include "journal/journal.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <SQLiteCpp/Savepoint.h>

namespace praxis::practice {
namespace {

std::string trigger(
    const WatchedTable& table,
    const std::string& event,
    const std::string& row,
    const std::string& before,
    const std::string& after
) {
    return "CREATE TEMP TRIGGER IF NOT EXISTS " +
           quoted_name("journal_" + event + "_" + table.name) + " AFTER " + event + " ON main." +
           quoted_name(table.name) +
           " BEGIN INSERT INTO journal_change (table_name, row_number, before, after) VALUES (" +
           quoted_text(table.name) + ", " + row + ".rowid, " + before + ", " + after + "); END;";
}

} // namespace

std::string WatchedTable::content_of(const std::string& row) const {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto value = row + "." + quoted_name(columns[i]);
        pairs.push_back(
            quoted_text(columns[i]) + ", " + (is_blob[i] ? "hex(" + value + ")" : value)
        );
    }
    return "json_object(" + join(pairs, ", ") + ")";
}

std::vector<WatchedTable>
watched_tables(SQLite::Database& db, const std::vector<std::string>& prefixes) {
    std::vector<WatchedTable> tables;
    auto query = statement(
        db,
        "SELECT list.name, info.name, info.type"
        " FROM pragma_table_list AS list, pragma_table_info(list.name) AS info"
        " WHERE list.schema = 'main' AND list.type = 'table' AND list.wr = 0"
        " AND list.name NOT IN ('core_change', 'core_change_set')"
        " AND list.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND (?1 = '[]' OR EXISTS (SELECT 1 FROM json_each(?1) AS prefix"
        " WHERE substr(list.name, 1, length(prefix.value)) = prefix.value))"
        " AND NOT EXISTS (SELECT 1 FROM core_plugin WHERE"
        " instr(' ' || derived_tables || ' ', ' ' || list.name || ' ') > 0)"
        " ORDER BY list.name, info.cid",
        to_json(Value::Array(prefixes.begin(), prefixes.end()))
    );
    while (query.executeStep()) {
        const auto name = column_text(query, 0);
        if (tables.empty() || tables.back().name != name) {
            tables.push_back({name, {}, {}});
        }
        const auto column = column_text(query, 1);
        tables.back().columns.push_back(column);
        tables.back().is_blob.push_back(column_text(query, 2) == "BLOB");
        tables.back().has_client = tables.back().has_client || column == "client";
    }
    return tables;
}

void make_collection(SQLite::Database& db) {
    db.exec("CREATE TEMP TABLE IF NOT EXISTS journal_change (change INTEGER PRIMARY KEY,"
            " table_name TEXT, row_number INTEGER, before TEXT, after TEXT,"
            " erased INTEGER NOT NULL DEFAULT 0)");
}

void watch_tables(SQLite::Database& db, const std::vector<std::string>& prefixes) {
    make_collection(db);
    std::string sql;
    for (const auto& table : watched_tables(db, prefixes)) {
        const auto before = table.content_of("OLD");
        const auto after = table.content_of("NEW");
        sql += trigger(table, "INSERT", "NEW", "NULL", after);
        sql += trigger(table, "UPDATE", "NEW", before, after);
        sql += trigger(table, "DELETE", "OLD", before, "NULL");
    }
    // One savepoint for all triggers: otherwise each of them would lock the file, re-check the
    // schema and unlock it.
    SQLite::Savepoint together{db, "watch_tables"};
    db.exec(sql);
    together.release();
}

} // namespace praxis::practice
