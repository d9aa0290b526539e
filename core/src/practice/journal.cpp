// SPDX-License-Identifier: MIT
#include "practice/journal.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::practice {
namespace {

std::string quoted_name(const std::string& name) {
    std::string quoted = "\"";
    for (const char letter : name) {
        quoted += letter == '"' ? std::string{"\"\""} : std::string{letter};
    }
    return quoted + "\"";
}

std::string quoted_text(const std::string& text) {
    std::string quoted = "'";
    for (const char letter : text) {
        quoted += letter == '\'' ? std::string{"''"} : std::string{letter};
    }
    return quoted + "'";
}

struct WatchedTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<bool> is_blob;
};

/// The tables of the prefixes but the journal's own, virtual tables and their shadows.
std::vector<WatchedTable>
watched_tables(SQLite::Database& db, const std::vector<std::string>& prefixes) {
    std::vector<WatchedTable> tables;
    auto query = statement(
        db,
        "SELECT list.name, info.name, info.type"
        " FROM pragma_table_list AS list, pragma_table_info(list.name) AS info"
        " WHERE list.schema = 'main' AND list.type = 'table' AND list.wr = 0"
        " AND list.name NOT IN ('core_change', 'core_change_set')"
        " ORDER BY list.name, info.cid"
    );
    while (query.executeStep()) {
        const auto name = column_text(query, 0);
        const bool ours = std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) {
            return name.starts_with(prefix);
        });
        if (!ours) {
            continue;
        }
        if (tables.empty() || tables.back().name != name) {
            tables.push_back({name, {}, {}});
        }
        tables.back().columns.push_back(column_text(query, 1));
        tables.back().is_blob.push_back(column_text(query, 2) == "BLOB");
    }
    return tables;
}

/// json_object('given', NEW."given", ...); bytes as hexadecimal digits.
std::string content_of(const WatchedTable& table, const std::string& row) {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto value = row + "." + quoted_name(table.columns[i]);
        pairs.push_back(
            quoted_text(table.columns[i]) + ", " + (table.is_blob[i] ? "hex(" + value + ")" : value)
        );
    }
    return "json_object(" + join(pairs, ", ") + ")";
}

std::string trigger(
    const WatchedTable& table,
    const std::string& event,
    const std::string& row,
    const std::string& old_content,
    const std::string& new_content
) {
    return "CREATE TEMP TRIGGER IF NOT EXISTS " +
           quoted_name("journal_" + event + "_" + table.name) + " AFTER " + event + " ON main." +
           quoted_name(table.name) +
           " BEGIN INSERT INTO core_change"
           " (change_set, table_name, row_number, old_content, new_content) VALUES"
           " ((SELECT max(change_set) FROM core_change_set), " +
           quoted_text(table.name) + ", " + row + ".rowid, " + old_content + ", " + new_content +
           "); END;";
}

} // namespace

void watch_tables(SQLite::Database& db, const std::vector<std::string>& prefixes) {
    std::string triggers;
    for (const auto& table : watched_tables(db, prefixes)) {
        const auto before = content_of(table, "OLD");
        const auto after = content_of(table, "NEW");
        triggers += trigger(table, "INSERT", "NEW", "NULL", after);
        triggers += trigger(table, "UPDATE", "NEW", before, after);
        triggers += trigger(table, "DELETE", "OLD", before, "NULL");
    }
    if (!triggers.empty()) {
        db.exec(triggers);
    }
}

std::int64_t begin_change_set(SQLite::Database& db, const ChangeAuthor& author) {
    execute(
        db,
        "INSERT INTO core_change_set (at, user, login, command) VALUES (?, ?, ?, ?)",
        author.at,
        author.user,
        author.login,
        author.command
    );
    return db.getLastInsertRowid();
}

void end_change_set(SQLite::Database& db, std::int64_t change_set) {
    execute(
        db,
        "DELETE FROM core_change_set WHERE change_set = ?1"
        " AND NOT EXISTS (SELECT 1 FROM core_change WHERE change_set = ?1)",
        change_set
    );
}

} // namespace praxis::practice
