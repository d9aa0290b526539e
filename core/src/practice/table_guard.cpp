// SPDX-License-Identifier: MIT
#include "practice/table_guard.hpp"

#include "base/sql_names.hpp"

#include <praxis/sql.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace praxis::practice {
namespace {

constexpr const char* core_prefix = "core_";

bool is_schema_table(const std::string& table) {
    return table == "sqlite_master" || table == "sqlite_schema" || table == "sqlite_temp_master" ||
           table == "sqlite_temp_schema" || table == "sqlite_sequence";
}

/// Whether the pragma only reads. ALTER TABLE itself runs quick_check.
bool only_reads(const std::string& pragma) {
    constexpr std::array looking{
        "quick_check",
        "integrity_check",
        "foreign_key_check",
        "foreign_key_list",
        "table_info",
        "table_xinfo",
        "index_list",
        "index_info",
        "index_xinfo"};
    return std::find(looking.begin(), looking.end(), pragma) != looking.end();
}

/// The SQL of an action that changes something; empty for actions that only read.
const char* verb_of(int action) {
    switch (action) {
    case SQLITE_CREATE_TABLE:
        return "CREATE TABLE";
    case SQLITE_CREATE_VTABLE:
        return "CREATE VIRTUAL TABLE";
    case SQLITE_CREATE_INDEX:
        return "CREATE INDEX";
    case SQLITE_CREATE_TRIGGER:
        return "CREATE TRIGGER";
    case SQLITE_CREATE_VIEW:
        return "CREATE VIEW";
    case SQLITE_DROP_TABLE:
        return "DROP TABLE";
    case SQLITE_DROP_VTABLE:
        return "DROP VIRTUAL TABLE";
    case SQLITE_DROP_INDEX:
        return "DROP INDEX";
    case SQLITE_DROP_TRIGGER:
        return "DROP TRIGGER";
    case SQLITE_DROP_VIEW:
        return "DROP VIEW";
    case SQLITE_ALTER_TABLE:
        return "ALTER TABLE";
    case SQLITE_INSERT:
        return "INSERT INTO";
    case SQLITE_UPDATE:
        return "UPDATE";
    case SQLITE_DELETE:
        return "DELETE FROM";
    default:
        return "";
    }
}

} // namespace

std::map<std::string, std::string> table_owners(SQLite::Database& db, const Schema& schema) {
    std::map<std::string, std::string> owners{{core_prefix, "core"}};
    if (applied_schema(db, "core") > 0) {
        auto query = statement(db, "SELECT table_prefix, plugin FROM core_plugin");
        while (query.executeStep()) {
            owners[column_text(query, 0)] = column_text(query, 1);
        }
    }
    owners[schema.table_prefix] = schema.plugin;
    return owners;
}

std::optional<std::string> problem_of_prefix(SQLite::Database& db, const Schema& schema) {
    const auto before = table_owners(db, {"core", {}, core_prefix, {}, {}, {}});
    const auto found = before.find(schema.table_prefix);
    if (found != before.end() && found->second != schema.plugin) {
        return "its table_prefix " + schema.table_prefix + " is already used by '" + found->second +
               "'";
    }
    auto query = statement(db, "SELECT name FROM pragma_table_list WHERE schema = 'main'");
    while (query.executeStep()) {
        const auto table = column_text(query, 0);
        const auto owner = owner_of(before, table);
        if (table.starts_with(schema.table_prefix) && !owner.empty() && owner != schema.plugin) {
            return "its table_prefix " + schema.table_prefix + " is the start of " + table +
                   ", a table of '" + owner + "'";
        }
    }
    return std::nullopt;
}

std::string owner_of(const std::map<std::string, std::string>& owners, const std::string& table) {
    std::size_t longest = 0;
    std::string owner;
    for (const auto& [prefix, plugin] : owners) {
        if (table.starts_with(prefix) && prefix.size() >= longest) {
            longest = prefix.size();
            owner = plugin;
        }
    }
    return owner;
}

TableGuard::TableGuard(SQLite::Database& db, const Schema& schema, Of of)
    : db_(db)
    , of_(of)
    , plugin_(schema.plugin)
    , prefix_(schema.table_prefix)
    , owners_(table_owners(db, schema)) {
    sqlite3_set_authorizer(db_.getHandle(), &TableGuard::ask, this);
}

TableGuard::~TableGuard() {
    sqlite3_set_authorizer(db_.getHandle(), nullptr, nullptr);
}

int TableGuard::ask(
    void* guard, int action, const char* one, const char* two, const char* base, const char* /*by*/
) {
    const auto text = [](const char* given) { return std::string{given == nullptr ? "" : given}; };
    auto& self = *static_cast<TableGuard*>(guard);
    const bool allowed = self.of_ == Of::commands
                             ? self.allows_command(action, text(one), text(base))
                             : self.allows(action, text(one), text(two), text(base));
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

bool TableGuard::allows_command(int action, const std::string& table, const std::string& base) {
    const bool writes =
        action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE;
    return !writes || base == "temp" || may_change(table) || owner_of(owners_, table) == "core";
}

bool TableGuard::is_own_name(const std::string& name) const {
    return owner_of(owners_, name) == plugin_ || name.starts_with("sqlite_autoindex_" + prefix_);
}

bool TableGuard::may_change(const std::string& table) {
    return is_schema_table(table) || is_own_name(table);
}

bool TableGuard::allows(
    int action, const std::string& one, const std::string& two, const std::string& base
) {
    const auto refuse = [&](const std::string& what) {
        if (refused_.empty()) {
            refused_ = what;
        }
        return false;
    };
    switch (action) {
    case SQLITE_READ:
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_REINDEX:
    case SQLITE_ANALYZE:
        return !(action == SQLITE_FUNCTION && two == "load_extension") ||
               refuse("load_extension()");
    case SQLITE_PRAGMA:
        // A pragma with a value sets something, except for those that take the name of a table.
        return two.empty() || only_reads(one) || refuse("PRAGMA " + one + " = " + two);
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_VIEW:
    case SQLITE_DROP_VTABLE:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        // Triggers of the core may exist on a table of the plugin.
        return may_change(one) || (base == "temp" && one == "journal_change") ||
               refuse(std::string{verb_of(action)} + " " + one);
    case SQLITE_ALTER_TABLE:
        return may_change(two) || refuse(std::string{verb_of(action)} + " " + two);
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_DROP_INDEX:
    case SQLITE_DROP_TRIGGER:
        return (is_own_name(one) && may_change(two)) ||
               refuse(std::string{verb_of(action)} + " " + one + " ON " + two);
    default:
        return refuse(
            "an action that is not allowed in migrations (" + one + " " + two + " " + base + ")"
        );
    }
}

std::vector<std::string> wrong_references(SQLite::Database& db, const Schema& schema) {
    const auto owners = table_owners(db, schema);
    std::vector<std::string> wrong;
    auto query = statement(
        db,
        "SELECT list.name, reference.\"table\", reference.on_delete, reference.on_update"
        " FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS reference"
        " WHERE list.schema = 'main' ORDER BY 1, 2"
    );
    while (query.executeStep()) {
        const auto table = column_text(query, 0);
        const auto target = column_text(query, 1);
        const auto owner = owner_of(owners, target);
        if (owner_of(owners, table) != schema.plugin || owner == schema.plugin) {
            continue;
        }
        const bool needed =
            owner == "core" ||
            std::find(schema.needs.begin(), schema.needs.end(), owner) != schema.needs.end();
        if (!needed) {
            wrong.push_back(
                table + " refers to " + target +
                (owner.empty() ? ", which belongs to no plugin"
                               : ", whose plugin '" + owner + "' is not among its [needs]")
            );
        }
        const auto gentle = [](const std::string& action) {
            return action == "NO ACTION" || action == "RESTRICT";
        };
        if (!gentle(column_text(query, 2)) || !gentle(column_text(query, 3))) {
            wrong.push_back(
                table + " refers to " + target + " ON DELETE " + column_text(query, 2) +
                ": between plugins only RESTRICT or NO ACTION is allowed"
            );
        }
    }
    return wrong;
}

std::vector<std::string> orphan_tables(SQLite::Database& db) {
    const auto owners = table_owners(db, {"core", {}, core_prefix, {}, {}, {}});
    auto tables = all_rows(
        statement(
            db,
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view')"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        ),
        [](auto& query) { return column_text(query, 0); }
    );
    std::erase_if(tables, [&](const auto& table) { return !owner_of(owners, table).empty(); });
    return tables;
}

std::vector<std::string> broken_views(SQLite::Database& db) {
    std::vector<std::string> broken;
    const auto views = all_rows(
        statement(db, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"),
        [](auto& query) { return column_text(query, 0); }
    );
    for (const auto& view : views) {
        try {
            [[maybe_unused]] const auto prepared =
                statement(db, "SELECT * FROM " + quoted_name(view) + " LIMIT 0");
        } catch (const SQLite::Exception& error) {
            broken.push_back(view + ": " + error.what());
        }
    }
    return broken;
}

} // namespace praxis::practice
