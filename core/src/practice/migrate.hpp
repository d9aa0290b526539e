// SPDX-License-Identifier: MIT
/// Runs the numbered migrations of the core and the plugins: forward only, each plugin's in one
/// transaction. An applied migration never changes.
#pragma once
#include "journal/journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

/// The migrations of a plugin or of the core.
struct Schema {
    std::string plugin;
    std::string version;
    std::string table_prefix;
    std::vector<std::string> derived_tables; // made from other rows, or named by their own
                                             // digest: not in the journal
    std::vector<Migration> migrations;
    std::vector<std::string> needs;  // plugins whose rows its own may refer to
    std::vector<std::string> before; // events that it can veto

    [[nodiscard]] int number() const { return static_cast<int>(migrations.size()); }
};

/// Number of the plugin's last applied migration; 0 if there is none.
int applied_schema(SQLite::Database& db, const std::string& plugin);

/// The same for every plugin with tables in this practice, in one query, because every command
/// needs it.
std::map<std::string, int> applied_schemas(SQLite::Database& db);

/// Plugins with tables in this practice that could veto the event when they were last installed.
std::vector<std::string> plugins_with_veto(SQLite::Database& db, const std::string& event);

/// Updates the events that a plugin can veto, if a newer version of it has other events.
void remember_veto(
    SQLite::Database& db, const std::string& plugin, const std::vector<std::string>& before
);

/// Whether migrations are pending.
/// errors  PracticeError practice_newer: the practice has migrations that this program does not
///         know
bool is_pending(SQLite::Database& db, const Schema& schema);

/// Runs the pending migrations. If the practice has data of the plugin, praxis first copies it to
/// "<path>.before-<plugin>-<number>". Compared with that copy, the rows that the migrations added,
/// changed or removed become a change set "migrate PLUGIN" of the journal, which also seals the new
/// schema; `author` gives its time and user. Holds the writer lock meanwhile.
/// errors  PracticeError migration_failed (rolled back; names the plugin, the migration and the
///         copy), migration_changed (an applied migration was edited)
void migrate(
    SQLite::Database& db,
    const std::string& path,
    const Schema& schema,
    ChangeAuthor author,
    const Sealing& sealing
);

/// Copies the whole practice to another file with the same key; call it outside a transaction.
/// errors  SQLite::Exception
void copy_practice(SQLite::Database& db, const std::string& copy);

} // namespace praxis::practice
