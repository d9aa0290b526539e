// SPDX-License-Identifier: MIT
/// Numbered steps of the core's and the plugins' tables; forward only, each plugin's in one
/// transaction, an applied step never changed.
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

/// A plugin's steps, or the core's own.
struct Schema {
    std::string plugin;
    std::string version;
    std::string table_prefix;
    std::vector<std::string> derived_tables; // made from other rows, or named by their own
                                             // digest: not in the journal
    std::vector<Migration> migrations;
    std::vector<std::string> needs;  // plugins whose rows its own may refer to
    std::vector<std::string> before; // events that it has a say in

    [[nodiscard]] int number() const { return static_cast<int>(migrations.size()); }
};

/// Number of the last step that the practice has of that plugin; 0 when it has none.
int applied_schema(SQLite::Database& db, const std::string& plugin);

/// The same of every plugin that has tables here, in one question: each opening asks it.
std::map<std::string, int> applied_schemas(SQLite::Database& db);

/// Plugins that have tables here and had a say in that event when they were last there.
std::vector<std::string> with_a_say(SQLite::Database& db, const std::string& event);

/// Keeps what a plugin with tables here has a say in, when a newer one has it in more.
void remember_say(
    SQLite::Database& db, const std::string& plugin, const std::vector<std::string>& before
);

/// Whether steps are missing.
/// errors  PracticeError practice_newer: the practice has steps that this program does not know
bool is_pending(SQLite::Database& db, const Schema& schema);

/// Runs the missing steps. A practice that holds data of the plugin already is copied first, to
/// "<path>.before-<plugin>-<number>". Rows that the steps added or changed are a change set of the
/// journal, "migrate PLUGIN"; `author` says when and who.
/// errors  PracticeError migration_failed (rolled back; names plugin, step and the copy),
///         migration_changed (an applied step is not what it was)
void migrate(
    SQLite::Database& db,
    const std::string& path,
    const Schema& schema,
    ChangeAuthor author,
    const FillRandom& fill_random
);

/// A copy of the whole practice in another file, encrypted as it is; outside a transaction.
/// errors  SQLite::Exception
void copy_practice(SQLite::Database& db, const std::string& copy);

} // namespace praxis::practice
