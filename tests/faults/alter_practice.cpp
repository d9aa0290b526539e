// SPDX-License-Identifier: MIT
/// alter_practice PRACTICE [PASSPHRASE] <SQL
///
/// Alters a practice as the insider U-0002 does, who has a key, SQLite and the source of praxis:
/// without triggers, with a writable schema. Lines that begin with a full stop are not SQL:
///
///     .seal SET    computes the digests of that set and of all later ones again, and signs them
///     .schema      adds a set that seals the schema as it is
///     .head        writes the head anchor for the journal and the schema as they are
#include "base/hex.hpp"
#include "journal/journal.hpp"
#include "open_practice.hpp"
#include "practice/anchor.hpp"

#include <praxis/sql.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

using namespace praxis;

constexpr std::int64_t insider = 2;

practice::Opened open_altered(const std::string& path, const std::string& passphrase) {
    auto opened = practice::open(path, practice::Mode::write, [&](const auto& slots, const auto&) {
        return practice::unseal(slots, passphrase, "U-0002");
    });
    sqlite3* const handle = opened.db->getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
    opened.db->exec("PRAGMA foreign_keys = OFF");
    return opened;
}

void run_sql(SQLite::Database& db, const std::string& sql) {
    if (sqlite3_exec(db.getHandle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw SQLite::Exception(db.getHandle());
    }
}

practice::Identity identity_in(SQLite::Database& db) {
    auto query = statement(
        db, "SELECT secret FROM core_signing_key WHERE user = ? AND secret IS NOT NULL", insider
    );
    query.executeStep();
    const auto secret = practice::column_bytes(query, 0).value();
    practice::Identity::Seed seed;
    std::copy(secret.begin(), secret.end(), seed.bytes().begin());
    return practice::Identity{std::move(seed)};
}

practice::Digest
digest_again(SQLite::Database& db, const practice::ChangeSet& set, std::int64_t first_change) {
    practice::SetDigest digest{
        set, practice::digest_of_set(db, set.number - 1), set.last_change - first_change + 1};
    auto changes = statement(
        db,
        std::string{"SELECT "} + practice::change_columns +
            " FROM core_change WHERE change BETWEEN ? AND ? ORDER BY change",
        first_change,
        set.last_change
    );
    while (changes.executeStep()) {
        digest.add(practice::read_change(changes));
    }
    return digest.finish();
}

void seal_again(practice::Opened& opened, std::int64_t first_set) {
    auto& db = *opened.db;
    const auto own = opened.unlocked ? std::nullopt : std::optional{identity_in(db)};
    const auto& identity = own ? *own : opened.unlocked->identity;
    auto sets = statement(
        db,
        std::string{"SELECT "} + practice::change_set_columns +
            ", (SELECT coalesce(max(last_change), 0) FROM core_change_set AS before"
            "   WHERE before.change_set < core_change_set.change_set)"
            " FROM core_change_set WHERE change_set >= ? ORDER BY change_set",
        first_set
    );
    while (sets.executeStep()) {
        const auto set = practice::read_change_set(sets);
        const auto digest = digest_again(db, set, column_number(sets, 11) + 1);
        const auto signature = identity.sign(practice::signed_bytes(digest));
        const auto bytes = from_hex(signature.value).value();
        SQLite::Statement update{
            db, "UPDATE core_change_set SET digest = ?, signature = ? WHERE change_set = ?"};
        practice::bind_digest(update, 1, digest);
        update.bind(2, bytes.data(), static_cast<int>(bytes.size()));
        update.bind(3, set.number);
        update.exec();
    }
}

void seal_schema(practice::Opened& opened) {
    auto& db = *opened.db;
    SQLite::Statement insert{
        db,
        "INSERT INTO core_change_set (change_set, at, user, login, command, last_change, schema,"
        " signing_key, digest) SELECT change_set + 1, at, ?1, login, 'plugin add', last_change, ?2,"
        " (SELECT max(signing_key) FROM core_signing_key WHERE user = ?1), digest"
        " FROM core_change_set ORDER BY change_set DESC LIMIT 1"};
    insert.bind(1, insider);
    practice::bind_digest(insert, 2, practice::digest_of_schema(db));
    insert.exec();
    seal_again(opened, practice::journal_head(db).change_set);
}

void run_line(practice::Opened& opened, const std::string& path, const std::string& line) {
    std::istringstream words{line};
    std::string what;
    std::int64_t first_set = 0;
    words >> what;
    if (what == ".seal" && words >> first_set) {
        seal_again(opened, first_set);
    } else if (what == ".schema") {
        seal_schema(opened);
    } else if (what == ".head") {
        practice::write_anchor(*opened.db, path, practice::journal_head(*opened.db), Instant{});
    } else {
        throw std::runtime_error(line);
    }
}

void alter(const std::string& path, const std::string& passphrase) {
    auto opened = open_altered(path, passphrase);
    std::string sql;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.starts_with('.')) {
            run_sql(*opened.db, std::exchange(sql, {}));
            run_line(opened, path, line);
        } else {
            sql += line + "\n";
        }
    }
    run_sql(*opened.db, sql);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        return 2;
    }
    try {
        alter(arguments[1], count > 2 ? arguments[2] : "");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "alter_practice: %s\n", error.what());
        return 1;
    }
}
