// SPDX-License-Identifier: MIT
/// alter_practice PRACTICE [PASSPHRASE] <SQL
///
/// Alters a practice as the insider U-0002 does, who has a key, SQLite and the source of praxis:
/// without triggers, with a writable schema. Lines that begin with a full stop are not SQL:
///
///     .seal SET      computes the digests of that set and of all later ones again, and signs them
///     .schema        adds a set that seals the schema as it is
///     .impersonate   gives U-0001 a key that the insider made, and signs everything again
///     .head          writes the head anchor for the journal and the schema as they are
#include "base/hex.hpp"
#include "journal/journal.hpp"
#include "journal/tables.hpp"
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
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
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

/// Who signs: the insider, or with a key that the insider made in another person's name.
class Signer {
  public:
    explicit Signer(practice::Opened& opened)
        : own_(opened.unlocked ? std::move(opened.unlocked->identity) : identity_in(*opened.db)) {}

    const practice::Identity& forge() {
        forged_.emplace([](std::span<unsigned char> bytes) {
            randombytes_buf(bytes.data(), bytes.size());
        });
        return *forged_;
    }

    [[nodiscard]] std::string sign(const practice::ChangeSet& set, std::string_view bytes) const {
        const auto& user = set.author.user;
        const bool is_own = !forged_ || (user && user->number == insider);
        const auto signature = from_hex((is_own ? own_ : *forged_).sign(bytes).value).value();
        return {signature.begin(), signature.end()};
    }

  private:
    practice::Identity own_;
    std::optional<practice::Identity> forged_;
};

void seal_again(SQLite::Database& db, std::int64_t first_set, const Signer& signer) {
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
        SQLite::Statement update{
            db,
            "UPDATE core_change_set SET digest = ?1, signature = iif(signature IS NULL, NULL, ?2)"
            " WHERE change_set = ?3"};
        practice::bind_digest(update, 1, digest);
        practice::bind_bytes(update, 2, signer.sign(set, practice::signed_bytes(digest)));
        update.bind(3, set.number);
        update.exec();
    }
}

/// Gives the other person a key that the insider made, and signs everything again.
void impersonate(SQLite::Database& db, Signer& signer) {
    run_sql(
        db,
        "UPDATE core_signing_key SET public_key = x'" + signer.forge().public_key() +
            "' WHERE user = 1"
    );
    const auto table = practice::find_journalled_table(db, "core_signing_key").value();
    auto query = statement(
        db,
        std::string{"SELECT "} + practice::change_columns +
            " FROM core_change WHERE table_name = 'core_signing_key' AND kind = 1"
            " AND row_number IN (SELECT signing_key FROM core_signing_key WHERE user = 1)"
    );
    while (query.executeStep()) {
        const auto change = practice::read_change(query);
        SQLite::Statement update{db, "UPDATE core_change SET digest = ? WHERE change = ?"};
        practice::bind_digest(
            update, 1, practice::digest_of(change, practice::find_row(db, table, change.row_number))
        );
        update.bind(2, change.change);
        update.exec();
    }
    seal_again(db, 1, signer);
}

void seal_schema(SQLite::Database& db, const Signer& signer) {
    SQLite::Statement insert{
        db,
        "INSERT INTO core_change_set (change_set, at, user, login, command, last_change, schema,"
        " signing_key, digest, signature) SELECT change_set + 1, at, ?1, login, 'plugin add',"
        " last_change, ?2, (SELECT max(signing_key) FROM core_signing_key WHERE user = ?1), digest,"
        " signature"
        " FROM core_change_set ORDER BY change_set DESC LIMIT 1"};
    insert.bind(1, insider);
    practice::bind_digest(insert, 2, practice::digest_of_schema(db));
    insert.exec();
    seal_again(db, practice::journal_head(db).change_set, signer);
}

/// Runs SQL, and the lines that are not SQL.
class Altering {
  public:
    Altering(const std::string& path, const std::string& passphrase)
        : path_(path), opened_(open_altered(path, passphrase)), signer_(opened_) {}

    void run(std::istream& lines) {
        std::string sql;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with('.')) {
                run_sql(*opened_.db, std::exchange(sql, {}));
                run_line(line);
            } else {
                sql += line + "\n";
            }
        }
        run_sql(*opened_.db, sql);
    }

  private:
    void run_line(const std::string& line) {
        auto& db = *opened_.db;
        std::istringstream words{line};
        std::string what;
        std::int64_t first_set = 0;
        words >> what;
        if (what == ".seal" && words >> first_set) {
            seal_again(db, first_set, signer_);
        } else if (what == ".schema") {
            seal_schema(db, signer_);
        } else if (what == ".impersonate") {
            impersonate(db, signer_);
        } else if (what == ".head") {
            practice::write_anchor(db, path_, practice::journal_head(db), Instant{});
        } else {
            throw std::runtime_error(line);
        }
    }

    std::string path_;
    practice::Opened opened_;
    Signer signer_;
};

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        return 2;
    }
    try {
        Altering{arguments[1], count > 2 ? arguments[2] : ""}.run(std::cin);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "alter_practice: %s\n", error.what());
        return 1;
    }
}
