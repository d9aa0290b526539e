// SPDX-License-Identifier: MIT
#pragma once
#include "folder.hpp"
#include "journal/journal.hpp"
#include "journal/watch.hpp"
#include "plugins/platform.hpp"
#include "practice/anchor.hpp"
#include "practice/migrate.hpp"
#include "session/keychain.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::testing {

/// A database with the core's tables and one table of a plugin. The journal watches both.
struct CorePractice {
    static constexpr Instant now{std::chrono::seconds{1000}};

    Folder folder;
    std::string path = folder / "practice.db";
    SQLite::Database db{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    CorePractice() {
        plugins::Platform platform{plugins::Places{}};
        practice::migrate(db, path, platform.core().schema, {now, std::nullopt, {}, {}}, sealing());
        change("CREATE TABLE pets_pet (pet INTEGER PRIMARY KEY, client INTEGER, name TEXT) STRICT");
    }

    /// Signs with the first key that the practice stores, once there is one.
    static practice::Sealing sealing() {
        return {random_bytes, [](SQLite::Database& in) {
                    return Keychain{random_bytes}.find_set_key(in, std::nullopt);
                }};
    }

    static void random_bytes(std::span<unsigned char> bytes) {
        randombytes_buf(bytes.data(), bytes.size());
    }

    /// Runs one change as a command does, with its change set and the head anchor.
    practice::Head change(const std::string& sql, std::optional<std::int64_t> erased = {}) {
        const auto version = schema_version();
        SQLite::Transaction transaction{db};
        practice::TableWatch watch{db};
        practice::begin_change_set(db);
        if (!practice::has_secrets(db)) {
            practice::insert_secrets(db, random_bytes);
        }
        for (const auto& one : split(sql, ';')) {
            if (!trim(one).empty()) {
                execute(db, one);
            }
        }
        const auto head = practice::end_change_set(
            db,
            {now, std::nullopt, "ines", "pet change"},
            sealing(),
            {schema_version() != version, erased}
        );
        transaction.commit();
        if (!head) {
            return practice::journal_head(db);
        }
        practice::write_anchor(db, path, *head, now);
        return *head;
    }

    std::int64_t schema_version() { return db.execAndGet("PRAGMA schema_version").getInt64(); }

    /// Changes the file outside praxis: without triggers and journal.
    void tamper(const std::string& sql) {
        SQLite::Database other{path, SQLite::OPEN_READWRITE};
        other.exec("PRAGMA writable_schema = ON;"
                   "DELETE FROM sqlite_schema WHERE type = 'trigger';"
                   "PRAGMA writable_schema = RESET");
        other.exec(sql);
    }
};

} // namespace praxis::testing
