// SPDX-License-Identifier: MIT
#include "journal/watch.hpp"

#include "base/sql_names.hpp"
#include "journal/tables.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <SQLiteCpp/Savepoint.h>
#include <sqlite3.h>

#include <string_view>
#include <utility>

namespace praxis::practice {
namespace {

std::string row_of(const JournalledTable& table, const std::string& which) {
    std::vector<std::string> values;
    for (const auto& column : table.columns) {
        values.push_back(which + "." + quoted_name(column));
    }
    return "praxis_row(" + quoted_text(join(table.columns, "\n")) + ", " + join(values, ", ") + ")";
}

std::string trigger(
    const JournalledTable& table,
    const std::string& event,
    const std::string& row,
    const std::string& before,
    const std::string& after,
    const std::string& first = {}
) {
    return "CREATE TEMP TRIGGER IF NOT EXISTS " +
           quoted_name("journal_" + event + "_" + table.name) + " AFTER " + event + " ON main." +
           quoted_name(table.name) + " BEGIN " + first +
           "INSERT INTO journal_step (table_name, row_number, before, after) VALUES (" +
           quoted_text(table.name) + ", " + row + ".rowid, " + before + ", " + after + "); END;";
}

std::string triggers_of(const JournalledTable& table) {
    const auto before = row_of(table, "OLD");
    const auto after = row_of(table, "NEW");
    return trigger(table, "INSERT", "NEW", "NULL", after) +
           trigger(
               table,
               "UPDATE",
               "NEW",
               before,
               after,
               "SELECT RAISE(ABORT, 'the number of a row never changes') "
               "WHERE OLD.rowid <> NEW.rowid; "
           ) +
           trigger(table, "DELETE", "OLD", before, "NULL");
}

bool writes(int action) {
    return action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE;
}

} // namespace

void make_collection(SQLite::Database& db) {
    add_row_function(db);
    db.exec("CREATE TEMP TABLE IF NOT EXISTS journal_step (step INTEGER PRIMARY KEY,"
            " table_name TEXT, row_number INTEGER, before BLOB, after BLOB)");
}

void watch_tables(SQLite::Database& db, const std::set<std::string>& tables) {
    std::string sql;
    for (const auto& name : tables) {
        if (const auto table = find_journalled_table(db, name)) {
            sql += triggers_of(*table);
        }
    }
    if (sql.empty()) {
        return;
    }
    // One savepoint for all triggers: otherwise each of them would lock the file, re-check the
    // schema and unlock it.
    SQLite::Savepoint together{db, "watch_tables"};
    db.exec(sql);
    together.release();
}

void unwatch_tables(SQLite::Database& db) {
    const auto triggers = all_rows(
        statement(db, "SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'"),
        [](auto& query) { return column_text(query, 0); }
    );
    for (const auto& trigger : triggers) {
        db.exec("DROP TRIGGER temp." + quoted_name(trigger));
    }
}

TableWatch::TableWatch(SQLite::Database& db) : db_(db) {
    make_collection(db_);
    // INSERT OR REPLACE fires the delete triggers of the rows that it replaces only with this.
    db_.exec("PRAGMA recursive_triggers = ON");
    sqlite3_set_authorizer(db_.getHandle(), &TableWatch::ask, this);
    set_preparer(db_, this);
}

TableWatch::~TableWatch() {
    set_preparer(db_, nullptr);
    sqlite3_set_authorizer(db_.getHandle(), nullptr, nullptr);
}

void TableWatch::restrict_to(std::function<bool(const std::string& table)> may_write) {
    may_write_ = std::move(may_write);
}

SQLite::Statement TableWatch::prepare(const std::string& sql) {
    preparing_ = true;
    try {
        SQLite::Statement prepared{db_, sql};
        preparing_ = false;
        if (!wanted_.empty()) {
            const auto tables = std::exchange(wanted_, {});
            watch_tables(db_, tables);
            watched_.insert(tables.begin(), tables.end());
        }
        return prepared;
    } catch (...) {
        preparing_ = false;
        wanted_.clear();
        throw;
    }
}

std::vector<std::string> TableWatch::unwatched_tables() {
    std::vector<std::string> unwatched;
    for (const auto& name : escaped_) {
        if (find_journalled_table(db_, name)) {
            unwatched.push_back(name);
        }
    }
    return unwatched;
}

int TableWatch::
    ask(void* watch,
        int action,
        const char* one,
        const char* /*two*/,
        const char* base,
        const char*) {
    const auto text = [](const char* given) { return std::string{given == nullptr ? "" : given}; };
    if (!writes(action) && action != SQLITE_SAVEPOINT) {
        return SQLITE_OK; // asked for every column that is read
    }
    return static_cast<TableWatch*>(watch)->answer(action, text(one), text(base));
}

int TableWatch::answer(int action, const std::string& one, const std::string& base) {
    if (action == SQLITE_SAVEPOINT) {
        if (one == "ROLLBACK") {
            watched_.clear(); // it may also take back triggers
        }
        return SQLITE_OK;
    }
    if (base != "main" || watched_.contains(one)) {
        return SQLITE_OK;
    }
    if (may_write_ && !may_write_(one)) {
        return SQLITE_DENY;
    }
    (preparing_ ? wanted_ : escaped_).insert(one);
    return SQLITE_OK;
}

} // namespace praxis::practice
