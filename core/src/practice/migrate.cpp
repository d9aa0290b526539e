// SPDX-License-Identifier: MIT
#include "practice/migrate.hpp"

#include "journal/tables.hpp"
#include "journal/watch.hpp"
#include "practice/anchor.hpp"
#include "practice/file.hpp"
#include "practice/key_file.hpp"
#include "practice/migrated_rows.hpp"
#include "practice/table_guard.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <SQLiteCpp/Transaction.h>
#include <boost/filesystem.hpp>

#include <optional>

namespace praxis::practice {
namespace {

bool has_core_tables(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT 1 FROM sqlite_schema WHERE name = 'core_plugin'"),
               [](auto& query) { return column_number(query, 0); }
    ).has_value();
}

void check_applied_steps(SQLite::Database& db, const Schema& schema) {
    const auto applied = all_rows(
        statement(
            db,
            "SELECT number, digest FROM core_migration WHERE plugin = ? ORDER BY number",
            schema.plugin
        ),
        [](auto& query) {
            return std::pair{column_number(query, 0), column_hex(query, 1)};
        }
    );
    for (const auto& [number, digest] : applied) {
        const auto& step = schema.migrations.at(static_cast<std::size_t>(number - 1));
        if (praxis::digest_of(step.sql) != digest) {
            throw PracticeError(
                "migration_changed",
                "migration " + std::to_string(number) + " of " + schema.plugin +
                    " differs from the one that was applied to this practice",
                "install the version of " + schema.plugin +
                    " that was used with this practice, or a newer one"
            );
        }
    }
}

void refuse_broken_references(SQLite::Database& db) {
    auto query = statement(db, "PRAGMA main.foreign_key_check");
    if (query.executeStep()) {
        throw SQLite::Exception{
            "rows of " + column_text(query, 0) + " refer to rows that do not exist"};
    }
}

/// Copies a practice that already has data of the plugin. Returns the path of the copy; empty if no
/// copy was needed.
std::string
copy_first(SQLite::Database& db, const std::string& path, const Schema& schema, int applied) {
    if (applied == 0) {
        return {};
    }
    auto copy = path + ".before-" + schema.plugin + "-" + std::to_string(schema.number());
    copy_practice(db, copy);
    return copy;
}

/// Runs the migrations under the table guard. Its reason replaces SQLite's "not authorized".
void run_guarded(SQLite::Database& db, const Schema& schema, int applied) {
    TableGuard guard{db, schema};
    for (const auto& step : schema.migrations) {
        if (step.number <= applied) {
            continue;
        }
        try {
            db.exec(std::string{step.sql});
        } catch (const SQLite::Exception& error) {
            const auto number = "migration " + std::to_string(step.number) + ": ";
            if (guard.refused().empty()) {
                throw SQLite::Exception{number + error.what(), error.getErrorCode()};
            }
            throw SQLite::Exception{
                number + guard.refused() + " is not allowed: its tables must start with " +
                schema.table_prefix};
        }
    }
}

void refuse_wrong_shapes(SQLite::Database& db, const Schema& schema) {
    auto wrong =
        schema.plugin == "core" ? std::vector<std::string>{} : wrong_references(db, schema);
    for (auto& view : broken_views(db)) {
        wrong.push_back("the view " + view);
    }
    for (auto& table : unfit_tables(db, schema.table_prefix)) {
        wrong.push_back(std::move(table));
    }
    if (!wrong.empty()) {
        throw SQLite::Exception{join(wrong, "; ")};
    }
}

std::optional<std::int64_t> find_plugin_row(SQLite::Database& db, const std::string& plugin) {
    return first_row(
        statement(db, "SELECT installed FROM core_plugin WHERE plugin = ?", plugin),
        [](auto& query) { return column_number(query, 0); }
    );
}

/// Writes the plugin's row of core_plugin, with its step for the journal.
void store_plugin(SQLite::Database& db, const Schema& schema, Instant now) {
    const auto table = find_journalled_table(db, "core_plugin").value();
    const auto known = find_plugin_row(db, schema.plugin);
    const auto before = known ? find_row(db, table, *known) : std::nullopt;
    execute(
        db,
        "INSERT INTO core_plugin (plugin, version, schema, table_prefix, derived_tables, "
        "before, installed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (plugin) DO UPDATE SET version = excluded.version, schema = excluded.schema,"
        " derived_tables = excluded.derived_tables, before = excluded.before",
        schema.plugin,
        schema.version,
        schema.number(),
        schema.table_prefix,
        join(schema.derived_tables, " "),
        join(schema.before, " "),
        now
    );
    const auto number = find_plugin_row(db, schema.plugin).value();
    add_step(db, "core_plugin", number, before, find_row(db, table, number));
}

void store_migrations(SQLite::Database& db, const Schema& schema, int applied, Instant now) {
    const auto table = find_journalled_table(db, "core_migration").value();
    for (const auto& step : schema.migrations) {
        if (step.number <= applied) {
            continue;
        }
        execute(
            db,
            "INSERT INTO core_migration (plugin, number, name, digest, applied_at)"
            " VALUES (?, ?, ?, ?, ?)",
            schema.plugin,
            step.number,
            std::string{step.name},
            StoredBytes{praxis::digest_of(step.sql)},
            now
        );
        const auto number = db.getLastInsertRowid();
        add_step(db, "core_migration", number, std::nullopt, find_row(db, table, number));
    }
}

void run_steps(
    SQLite::Database& db, const Schema& schema, int applied, const EarlierCopy& copy, Instant now
) {
    if (const auto problem = problem_of_prefix(db, schema)) {
        throw SQLite::Exception{*problem};
    }
    run_guarded(db, schema, applied);
    add_migrated_rows(db, schema.table_prefix, copy);
    store_plugin(db, schema, now);
    store_migrations(db, schema, applied, now);
    refuse_wrong_shapes(db, schema);
    refuse_broken_references(db);
}

/// SQLite changes the pragma outside a transaction only. The references are checked before COMMIT.
class WithoutForeignKeys {
  public:
    explicit WithoutForeignKeys(SQLite::Database& db) : db_(db) {
        db_.exec("PRAGMA foreign_keys = OFF");
    }

    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

    ~WithoutForeignKeys() { db_.tryExec("PRAGMA foreign_keys = ON"); }

  private:
    SQLite::Database& db_;
};

Head run_in_transaction(
    SQLite::Database& db,
    const Schema& schema,
    const std::string& copy_path,
    const ChangeAuthor& author,
    const Sealing& sealing
) {
    make_collection(db);
    unwatch_tables(db);
    const WithoutForeignKeys unchecked{db};
    const EarlierCopy copy{db, copy_path};
    SQLite::Transaction transaction{db, SQLite::TransactionBehavior::IMMEDIATE};
    begin_change_set(db);
    const int applied = applied_schema(db, schema.plugin);
    if (applied > 0) {
        check_applied_steps(db, schema);
    }
    run_steps(db, schema, applied, copy, author.at);
    const auto head = end_change_set(db, author, sealing, {.seals_schema = true});
    transaction.commit();
    return head.value();
}

/// The hint for a failed migration.
std::string fix_for(const Schema& schema, const std::string& copy) {
    std::vector<std::string> fixes;
    if (schema.plugin != "core") {
        fixes.push_back("praxis plugin disable " + schema.plugin);
    }
    if (!copy.empty()) {
        fixes.push_back("the practice as it was is at " + copy);
    }
    return join(fixes, "; ");
}

} // namespace

void copy_practice(SQLite::Database& db, const std::string& copy) {
    boost::filesystem::remove(copy); // left by a failed attempt
    execute(db, "VACUUM INTO ?", copy);
}

int applied_schema(SQLite::Database& db, const std::string& plugin) {
    if (!has_core_tables(db)) {
        return 0;
    }
    const auto schema = first_row(
        statement(db, "SELECT schema FROM core_plugin WHERE plugin = ?", plugin),
        [](auto& query) { return static_cast<int>(column_number(query, 0)); }
    );
    return schema.value_or(0);
}

std::map<std::string, int> applied_schemas(SQLite::Database& db) {
    std::map<std::string, int> applied;
    auto query = statement(db, "SELECT plugin, schema FROM core_plugin");
    while (query.executeStep()) {
        applied[column_text(query, 0)] = static_cast<int>(column_number(query, 1));
    }
    return applied;
}

std::vector<std::string> plugins_with_veto(SQLite::Database& db, const std::string& event) {
    return all_rows(
        statement(
            db,
            "SELECT plugin FROM core_plugin"
            " WHERE instr(' ' || before || ' ', ' ' || ? || ' ') > 0 ORDER BY plugin",
            event
        ),
        [](SQLite::Statement& row) { return column_text(row, 0); }
    );
}

void remember_veto(
    SQLite::Database& db, const std::string& plugin, const std::vector<std::string>& before
) {
    execute(
        db,
        "UPDATE core_plugin SET before = ?2 WHERE plugin = ?1 AND before <> ?2",
        plugin,
        join(before, " ")
    );
}

bool is_pending(SQLite::Database& db, const Schema& schema) {
    const int applied = applied_schema(db, schema.plugin);
    if (applied > schema.number()) {
        throw PracticeError(
            "practice_newer",
            "this practice was used with a newer version of " + schema.plugin + " (migration " +
                std::to_string(applied) + "); the installed version ends with migration " +
                std::to_string(schema.number()),
            "install the newer version of " +
                (schema.plugin == "core" ? std::string{"praxis"} : schema.plugin)
        );
    }
    return applied < schema.number();
}

void migrate(
    SQLite::Database& db,
    const std::string& path,
    const Schema& schema,
    ChangeAuthor author,
    const Sealing& sealing
) {
    std::optional<WriterLock> writer_lock; // nobody else knows a practice that is being made
    if (has_core_tables(db) && has_secrets(db)) {
        writer_lock.emplace(lock_path(path));
        if (!is_pending(db, schema)) {
            return; // another process has run the migrations meanwhile
        }
        complete_anchor(db, path, author.at);
        settle_key_file(path, journal_head(db).change_set);
    }
    const int applied = applied_schema(db, schema.plugin);
    const auto copy_path = copy_first(db, path, schema, applied);
    author.command = std::string{migrate_command} + schema.plugin;
    try {
        const auto head = run_in_transaction(db, schema, copy_path, author, sealing);
        if (has_secrets(db)) { // otherwise init writes the first anchor when the practice is whole
            write_anchor(db, path, head, author.at);
        }
    } catch (const SQLite::Exception& error) {
        throw PracticeError(
            "migration_failed",
            "the tables of " + schema.plugin + " could not be updated to migration " +
                std::to_string(schema.number()) + ": " + error.what() + "; praxis changed nothing",
            fix_for(schema, copy_path)
        );
    }
}

} // namespace praxis::practice
