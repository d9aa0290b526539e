// SPDX-License-Identifier: MIT
/// Keeps a plugin's steps to its own tables. SQLite asks before it prepares each statement; what a
/// plugin may touch is decided by the names: a table belongs to the plugin with the longest prefix
/// that its name begins with.
#pragma once
#include "practice/migrate.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

/// The plugins whose prefixes the practice knows, and this one's: prefix -> plugin.
std::map<std::string, std::string> table_owners(SQLite::Database& db, const Schema& schema);

/// The plugin that a table of this name belongs to; empty: nobody's.
std::string owner_of(const std::map<std::string, std::string>& owners, const std::string& table);

/// Why the plugin may not have its prefix; nothing when it may: it is another's already, or tables
/// of others begin with it. With a prefix such as "clients_client" a plugin would own what is
/// theirs.
std::optional<std::string> problem_of_prefix(SQLite::Database& db, const Schema& schema);

/// As long as it lives, statements may read everything, and write, make, change and drop only what
/// carries the plugin's prefix: tables, indexes, triggers, views, full-text indexes with their
/// shadows. No ATTACH, no pragma that sets something, no extension, no transaction of their own.
class TableGuard {
  public:
    /// What is guarded: the steps that make tables, or commands, which may write rows of the core
    /// and temporary ones besides their own, and are asked about nothing else.
    enum class Of { steps, commands };

    TableGuard(SQLite::Database& db, const Schema& schema, Of of = Of::steps);
    TableGuard(const TableGuard&) = delete;
    TableGuard& operator=(const TableGuard&) = delete;
    ~TableGuard();

    /// What was refused first: "CREATE TABLE stone: its name does not begin with hydro_"; or empty.
    [[nodiscard]] const std::string& refused() const { return refused_; }

  private:
    static int
    ask(void* guard, int action, const char* one, const char* two, const char* base, const char*);
    bool allows_command(int action, const std::string& table, const std::string& base);
    bool
    allows(int action, const std::string& one, const std::string& two, const std::string& base);
    bool may_change(const std::string& table);
    bool is_own_name(const std::string& name) const;

    SQLite::Database& db_;
    Of of_;
    std::string plugin_;
    std::string prefix_;
    std::map<std::string, std::string> owners_;
    std::string refused_;
};

/// What is wrong with the references of the plugin's tables to others', one sentence each: a table
/// of a plugin that it does not need, or one that a deletion there would empty here. The authorizer
/// does not see REFERENCES.
std::vector<std::string> wrong_references(SQLite::Database& db, const Schema& schema);

/// Tables that no plugin which the practice knows could have made, by name.
std::vector<std::string> orphan_tables(SQLite::Database& db);

/// A view of anybody's that cannot be read any more, and why: it would block every later ALTER
/// TABLE.
std::vector<std::string> broken_views(SQLite::Database& db);

} // namespace praxis::practice
