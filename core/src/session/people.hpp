// SPDX-License-Identifier: MIT
/// Rows of core_practice and core_user.
#pragma once
#include "keys/identity.hpp"

#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// The practice's only row.
void insert_practice(SQLite::Database& db, const Practice& practice, Instant created);
void update_practice(SQLite::Database& db, const Practice& practice);

UserId insert_user(SQLite::Database& db, const User& user, Instant created);
/// errors  NotFound
void update_user(SQLite::Database& db, const User& user);

/// A key that somebody signs with; the latest one counts.
struct SigningKeyRow {
    std::string public_key;
    std::optional<practice::Identity> identity; // where the practice keeps the secret itself
};

/// Nothing is inserted when it is the person's key already. `with_secret` is for a practice that
/// is not encrypted. Without a user it is the recovery code's.
void insert_signing_key(
    SQLite::Database& db,
    std::optional<UserId> user,
    const practice::Identity& identity,
    bool with_secret,
    Instant since
);

/// Whether that is, or was, somebody's key in this practice.
bool is_signing_key(SQLite::Database& db, const std::string& public_key);

std::optional<SigningKeyRow> find_signing_key(SQLite::Database& db, UserId user);

/// By number.
std::vector<User> all_users(SQLite::Database& db);

/// By id or by folded words of the name.
/// errors  NotFound; Ambiguous with the ids
User get_user(SQLite::Database& db, std::string_view words);

} // namespace praxis
