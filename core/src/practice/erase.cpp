// SPDX-License-Identifier: MIT
#include "practice/erase.hpp"

#include "practice/schema_names.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <string>
#include <vector>

namespace praxis::practice {
namespace {

void checkpoint(SQLite::Database& db) {
    auto query = statement(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool busy = query.executeStep() && column_number(query, 0) != 0;
    if (busy) {
        throw PracticeError(
            "practice_busy",
            "the records were erased, but another program still reads the practice, so that "
            "remains of them can be in the write-ahead log",
            "close the other program, then: praxis doctor"
        );
    }
}

} // namespace

void erase_history(SQLite::Database& db, std::int64_t client) {
    constexpr const char* erased =
        "UPDATE core_change SET old_content = NULL, new_content = NULL, salt = x'', erased = 1";
    // What this command deletes, with all its history ...
    db.exec(
        std::string{erased} + " WHERE (table_name, row_number) IN (SELECT table_name, row_number"
                              " FROM temp.journal_change WHERE after IS NULL)"
    );
    // ... and what was deleted or given another content earlier.
    execute(
        db,
        std::string{erased} + " WHERE erased = 0 AND (old_content ->> '$.client' = ?1"
                              " OR new_content ->> '$.client' = ?1)"
                              " AND table_name NOT LIKE 'core\\_%' ESCAPE '\\'",
        client
    );
    db.exec("UPDATE temp.journal_change SET before = NULL, erased = 1 WHERE after IS NULL");
    execute(db, "UPDATE core_erasure SET done = 1 WHERE client = ? AND done = 0", client);
    for (const auto& index : full_text_indexes(db)) {
        db.exec("INSERT INTO " + index + " (" + index + ") VALUES ('optimize')");
    }
}

void rewrite(SQLite::Database& db) {
    db.exec("VACUUM");
    checkpoint(db);
}

} // namespace praxis::practice
