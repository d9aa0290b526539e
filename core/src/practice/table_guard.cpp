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

/// The kinds of actions, by the names that decide whether the guard allows one.
enum class Rule { reads, pragma, changes_named, alters_table, changes_part_of_table };

/// An action of SQLite, the rule for it, and its SQL when it changes something.
struct Action {
    int code;
    Rule rule;
    const char* verb = "";
};

constexpr std::array actions{
    Action{SQLITE_READ, Rule::reads},
    Action{SQLITE_SELECT, Rule::reads},
    Action{SQLITE_FUNCTION, Rule::reads},
    Action{SQLITE_RECURSIVE, Rule::reads},
    Action{SQLITE_REINDEX, Rule::reads},
    Action{SQLITE_ANALYZE, Rule::reads},
    Action{SQLITE_PRAGMA, Rule::pragma},
    Action{SQLITE_CREATE_TABLE, Rule::changes_named, "CREATE TABLE"},
    Action{SQLITE_CREATE_VIEW, Rule::changes_named, "CREATE VIEW"},
    Action{SQLITE_CREATE_VTABLE, Rule::changes_named, "CREATE VIRTUAL TABLE"},
    Action{SQLITE_DROP_TABLE, Rule::changes_named, "DROP TABLE"},
    Action{SQLITE_DROP_VIEW, Rule::changes_named, "DROP VIEW"},
    Action{SQLITE_DROP_VTABLE, Rule::changes_named, "DROP VIRTUAL TABLE"},
    Action{SQLITE_INSERT, Rule::changes_named, "INSERT INTO"},
    Action{SQLITE_UPDATE, Rule::changes_named, "UPDATE"},
    Action{SQLITE_DELETE, Rule::changes_named, "DELETE FROM"},
    Action{SQLITE_ALTER_TABLE, Rule::alters_table, "ALTER TABLE"},
    Action{SQLITE_CREATE_INDEX, Rule::changes_part_of_table, "CREATE INDEX"},
    Action{SQLITE_CREATE_TRIGGER, Rule::changes_part_of_table, "CREATE TRIGGER"},
    Action{SQLITE_DROP_INDEX, Rule::changes_part_of_table, "DROP INDEX"},
    Action{SQLITE_DROP_TRIGGER, Rule::changes_part_of_table, "DROP TRIGGER"}};

/// Null for an action that is never allowed.
const Action* find_action(int code) {
    const auto found = std::find_if(actions.begin(), actions.end(), [code](const Action& action) {
        return action.code == code;
    });
    return found == actions.end() ? nullptr : &*found;
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

TableGuard::TableGuard(SQLite::Database& db, const Schema& schema)
    : db_(db)
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
    return self.allows(action, text(one), text(two), text(base)) ? SQLITE_OK : SQLITE_DENY;
}

bool TableGuard::is_own_name(const std::string& name) const {
    return owner_of(owners_, name) == plugin_ || name.starts_with("sqlite_autoindex_" + prefix_);
}

bool TableGuard::may_change(const std::string& table) {
    return is_schema_table(table) || is_own_name(table);
}

bool TableGuard::refuse(const std::string& what) {
    if (refused_.empty()) {
        refused_ = what;
    }
    return false;
}

bool TableGuard::allows(
    int code, const std::string& one, const std::string& two, const std::string& base
) {
    const auto* action = find_action(code);
    if (action == nullptr) {
        return refuse(
            "an action that is not allowed in migrations (" + one + " " + two + " " + base + ")"
        );
    }
    const std::string verb = action->verb;
    switch (action->rule) {
    case Rule::reads:
        return code != SQLITE_FUNCTION || two != "load_extension" || refuse("load_extension()");
    case Rule::pragma:
        // A pragma with a value sets something, except for those that take the name of a table.
        return two.empty() || only_reads(one) || refuse("PRAGMA " + one + " = " + two);
    case Rule::changes_named:
        return may_change(one) || refuse(verb + " " + one);
    case Rule::alters_table:
        return may_change(two) || refuse(verb + " " + two);
    case Rule::changes_part_of_table:
        return (is_own_name(one) && may_change(two)) || refuse(verb + " " + one + " ON " + two);
    }
    return false;
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
