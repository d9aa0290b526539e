// SPDX-License-Identifier: MIT
/// Restricts a plugin's migrations to its own tables. SQLite asks the guard before it prepares a
/// statement (sqlite3_set_authorizer). The name decides: a table belongs to the plugin with the
/// longest prefix that its name starts with.
#pragma once
#include "practice/migrate.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

/// The prefixes that the practice knows, and this plugin's: prefix -> plugin.
std::map<std::string, std::string> table_owners(SQLite::Database& db, const Schema& schema);

/// The plugin that owns a table of this name; empty if there is none.
std::string owner_of(const std::map<std::string, std::string>& owners, const std::string& table);

/// Why the plugin may not use its prefix; nullopt if it may. A prefix must not be another plugin's,
/// and no table of another plugin may start with it: with a prefix such as "clients_client" a
/// plugin would own that plugin's table.
std::optional<std::string> problem_of_prefix(SQLite::Database& db, const Schema& schema);

/// During its lifetime, statements may read everything, but may write, create, change and drop only
/// names with the plugin's prefix: tables, indexes, triggers, views, full-text indexes with their
/// shadow tables. ATTACH, pragmas that set a value, extensions and transactions are refused.
class TableGuard {
  public:
    TableGuard(SQLite::Database& db, const Schema& schema);
    TableGuard(const TableGuard&) = delete;
    TableGuard& operator=(const TableGuard&) = delete;
    ~TableGuard();

    /// The first refused action: "CREATE TABLE stone: its name does not begin with hydro_"; or
    /// empty.
    [[nodiscard]] const std::string& refused() const { return refused_; }

  private:
    static int
    ask(void* guard, int action, const char* one, const char* two, const char* base, const char*);
    bool allows(int code, const std::string& one, const std::string& two, const std::string& base);
    bool refuse(const std::string& what); // always false
    bool may_change(const std::string& table);
    bool is_own_name(const std::string& name) const;

    SQLite::Database& db_;
    std::string plugin_;
    std::string prefix_;
    std::map<std::string, std::string> owners_;
    std::string refused_;
};

/// Wrong references from the plugin's tables to tables of other plugins, one sentence each: a table
/// of a plugin that it does not need, or a reference that deletes or changes rows here. SQLite does
/// not pass REFERENCES to the authorizer.
std::vector<std::string> wrong_references(SQLite::Database& db, const Schema& schema);

/// Tables that belong to no plugin that the practice knows, by name.
std::vector<std::string> orphan_tables(SQLite::Database& db);

/// Views of all plugins that can no longer be read, with the reason. A broken view blocks every
/// later ALTER TABLE.
std::vector<std::string> broken_views(SQLite::Database& db);

} // namespace praxis::practice
