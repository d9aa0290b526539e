// SPDX-License-Identifier: MIT
#include "session/people.hpp"

#include "base/hex.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

User read_user(SQLite::Statement& query) {
    User user;
    user.id = UserId{column_number(query, 0)};
    user.uuid = column_uuid(query, 1);
    user.name = column_text(query, 2);
    user.profession = column_text(query, 3);
    user.licence = column_text(query, 4);
    user.qualifications = column_text(query, 5);
    user.phone = column_text(query, 6);
    user.email = column_text(query, 7);
    user.active = column_flag(query, 8);
    return user;
}

SigningKeyRow read_signing_key(SQLite::Statement& query) {
    SigningKeyRow row{column_number(query, 0), column_hex(query, 1), {}};
    const auto seed = from_hex(column_hex(query, 2));
    constexpr auto size = practice::Identity::Seed::size;
    if (seed && seed->size() == size) {
        row.identity.emplace(practice::Identity::Seed{std::span<const unsigned char, size>{*seed}});
    }
    return row;
}

} // namespace

void insert_practice(
    SQLite::Database& db, const Practice& practice, PracticeKind kind, Instant created
) {
    execute(
        db,
        "INSERT INTO core_practice (practice, uuid, name, address, phone, email, website,"
        " time_zone, jurisdiction, created_at, test) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{practice.uuid},
        practice.name,
        null_if_empty(practice.address),
        null_if_empty(practice.phone),
        null_if_empty(practice.email),
        null_if_empty(practice.website),
        practice.time_zone,
        null_if_empty(practice.jurisdiction),
        created,
        kind == PracticeKind::test ? std::optional{1} : std::nullopt
    );
}

bool is_test_practice(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT 1 FROM core_practice WHERE test = 1"),
               [](auto&) { return true; }
    ).value_or(false);
}

void update_practice(SQLite::Database& db, const Practice& practice) {
    execute(
        db,
        "UPDATE core_practice SET name = ?, address = ?, phone = ?, email = ?, website = ?,"
        " time_zone = ?, jurisdiction = ?",
        practice.name,
        null_if_empty(practice.address),
        null_if_empty(practice.phone),
        null_if_empty(practice.email),
        null_if_empty(practice.website),
        practice.time_zone,
        null_if_empty(practice.jurisdiction)
    );
}

UserId insert_user(SQLite::Database& db, const User& user, Instant created) {
    execute(
        db,
        "INSERT INTO core_user (uuid, name, profession, licence, qualifications, phone, email,"
        " active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{user.uuid},
        user.name,
        null_if_empty(user.profession),
        null_if_empty(user.licence),
        null_if_empty(user.qualifications),
        null_if_empty(user.phone),
        null_if_empty(user.email),
        user.active,
        created
    );
    return UserId{db.getLastInsertRowid()};
}

void update_user(SQLite::Database& db, const User& user) {
    const int changed = execute(
        db,
        "UPDATE core_user SET name = ?, profession = ?, licence = ?, qualifications = ?,"
        " phone = ?, email = ?, active = ? WHERE user = ?",
        user.name,
        null_if_empty(user.profession),
        null_if_empty(user.licence),
        null_if_empty(user.qualifications),
        null_if_empty(user.phone),
        null_if_empty(user.email),
        user.active,
        user.id
    );
    if (changed == 0) {
        throw NotFound("there is no user " + user.id.str(), "praxis user list");
    }
}

void insert_signing_key(
    SQLite::Database& db,
    std::optional<UserId> user,
    const practice::Identity& identity,
    bool with_secret,
    Instant since
) {
    execute(
        db,
        "INSERT INTO core_signing_key (user, public_key, secret, since) SELECT ?1, ?2, ?3, ?4"
        " WHERE NOT EXISTS (SELECT 1 FROM core_signing_key WHERE public_key = ?2)",
        user,
        StoredBytes{identity.public_key()},
        StoredBytes{with_secret ? to_hex(identity.seed().bytes()) : ""},
        since
    );
}

std::optional<std::int64_t> find_key_number(SQLite::Database& db, const std::string& public_key) {
    return first_row(
        statement(
            db,
            "SELECT signing_key FROM core_signing_key WHERE public_key = ?",
            StoredBytes{public_key}
        ),
        [](auto& query) { return column_number(query, 0); }
    );
}

std::optional<SigningKeyRow> find_signing_key(SQLite::Database& db, UserId user) {
    return first_row(
        statement(
            db,
            "SELECT signing_key, public_key, secret FROM core_signing_key WHERE user = ?"
            " ORDER BY signing_key DESC LIMIT 1",
            user
        ),
        read_signing_key
    );
}

std::optional<SigningKeyRow> first_stored_key(SQLite::Database& db) {
    return first_row(
        statement(
            db,
            "SELECT signing_key, public_key, secret FROM core_signing_key"
            " WHERE secret IS NOT NULL ORDER BY signing_key LIMIT 1"
        ),
        read_signing_key
    );
}

std::vector<User> all_users(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT user, uuid, name, profession, licence, qualifications, phone, email,"
            " active FROM core_user ORDER BY user"
        ),
        read_user
    );
}

User get_user(SQLite::Database& db, std::string_view text) {
    const auto id = UserId::parse(text);
    std::vector<User> found;
    for (const auto& user : all_users(db)) {
        if (id ? user.id == *id : matches_words(user.name, text)) {
            found.push_back(user);
        }
    }
    if (found.empty()) {
        throw NotFound("there is no user '" + visible(text) + "'", "praxis user list");
    }
    if (found.size() > 1) {
        std::vector<std::string> ids;
        for (const auto& user : found) {
            ids.push_back(user.id.str());
        }
        throw Ambiguous(
            "'" + visible(text) + "' matches " + std::to_string(found.size()) +
                " users: " + join(ids, ", "),
            "give the id, as in praxis user show " + ids.front()
        );
    }
    return found.front();
}

} // namespace praxis
