// SPDX-License-Identifier: MIT
#include "backup/snapshot.hpp"

#include "base/sql_names.hpp"
#include "practice/file.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <vector>

namespace praxis::backup {
namespace {

std::vector<std::string> all_tables(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT name FROM pragma_table_list"
            " WHERE schema = 'main' AND type IN ('table', 'shadow') AND name <> 'sqlite_schema'"
            " ORDER BY name"
        ),
        [](auto& query) { return column_text(query, 0); }
    );
}

[[noreturn]] void cannot_copy(const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        throw PracticeError(
            "practice_damaged",
            std::string{"the practice is damaged and cannot be backed up: "} + error.what(),
            "keep the file as it is and restore an earlier backup beside it: praxis backup restore "
            "FILE --into PATH"
        );
    }
    throw PracticeError(
        "practice_storage", std::string{"the practice cannot be copied: "} + error.what()
    );
}

void copy_pages(SQLite::Database& live, SQLite::Database& copy) {
    SQLite::Backup backup{copy, live};
    // All pages in one step: a write between two steps would restart the copy.
    const int code = backup.executeStep(-1);
    if (code != SQLITE_DONE) {
        throw SQLite::Exception{"the copy was not completed", code};
    }
}

std::string first_line(SQLite::Database& db, const char* pragma) {
    return first_row(
               statement(db, pragma), [](auto& query) { return column_text(query, 0); }
    ).value_or("");
}

} // namespace

ReadTransaction::ReadTransaction(SQLite::Database& db) : db_(db) {
    db_.exec("BEGIN");
    first_row(statement(db_, "SELECT count(*) FROM sqlite_schema"), [](auto& query) {
        return column_number(query, 0); // BEGIN alone does not start the snapshot
    });
}

ReadTransaction::~ReadTransaction() {
    db_.tryExec("ROLLBACK");
}

Tables count_rows(SQLite::Database& db) {
    Tables tables;
    for (const auto& table : all_tables(db)) {
        tables[table] =
            first_row(
                statement(db, "SELECT count(*) FROM main." + practice::quoted_name(table)),
                [](auto& query) { return column_number(query, 0); }
            ).value_or(0);
    }
    return tables;
}

Tables take_snapshot(
    SQLite::Database& live,
    const std::string& copy,
    const practice::DataKey* key,
    const std::string& keys
) {
    practice::NewFile file{copy, key};
    // If a power cut destroys the copy, the next backup makes a new one.
    file.db().exec("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    try {
        auto tables = count_rows(live);
        copy_pages(live, file.db());
        file.finish(keys);
        return tables;
    } catch (const SQLite::Exception& error) {
        cannot_copy(error);
    }
}

std::optional<std::string>
find_fault(SQLite::Database& db, const Tables& tables, const std::string& uuid) {
    try {
        const auto integrity = first_line(db, "PRAGMA integrity_check(1)");
        if (integrity != "ok") {
            return "its pages are damaged: " + integrity;
        }
        if (const auto table = first_line(db, "PRAGMA foreign_key_check"); !table.empty()) {
            return "rows of " + table + " refer to rows that do not exist";
        }
        if (count_rows(db) != tables) {
            return "the number of its rows differs from the index";
        }
        const auto found =
            first_row(statement(db, "SELECT uuid FROM core_practice"), [](auto& query) {
                return column_uuid(query, 0);
            });
        if (found != uuid) {
            return "its UUID differs from the one in the header";
        }
        return std::nullopt;
    } catch (const SQLite::Exception& error) {
        return std::string{"it cannot be read: "} + error.what();
    }
}

std::string name_of(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT name FROM core_practice"),
               [](auto& query) { return column_text(query, 0); }
    ).value_or("");
}

} // namespace praxis::backup
