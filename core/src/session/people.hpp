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
enum class PracticeKind { real, test };

void insert_practice(
    SQLite::Database& db, const Practice& practice, PracticeKind kind, Instant created
);

/// Whether the practice was made under a fixed clock, so that its times prove nothing.
bool is_test_practice(SQLite::Database& db);

inline constexpr const char* test_practice_means =
    "made with PRAXIS_NOW set: its times prove nothing";

void update_practice(SQLite::Database& db, const Practice& practice);

UserId insert_user(SQLite::Database& db, const User& user, Instant created);
/// errors  NotFound
void update_user(SQLite::Database& db, const User& user);

/// A user's signing key; the latest one is in use.
struct SigningKeyRow {
    std::int64_t number = 0; // core_signing_key
    std::string public_key;
    std::optional<practice::Identity> identity; // only if the practice stores the secret
};

/// Does nothing if the user already has that key. `with_secret` is for a plain practice. Without a
/// user, the key is that of the recovery code.
void insert_signing_key(
    SQLite::Database& db,
    std::optional<UserId> user,
    const practice::Identity& identity,
    bool with_secret,
    Instant since
);

/// The number of a key that is or was a user's, or the recovery code's, in this practice.
std::optional<std::int64_t> find_key_number(SQLite::Database& db, const std::string& public_key);

std::optional<SigningKeyRow> find_signing_key(SQLite::Database& db, UserId user);

/// The oldest key whose secret an unencrypted practice stores.
std::optional<SigningKeyRow> first_stored_key(SQLite::Database& db);

/// By number.
std::vector<User> all_users(SQLite::Database& db);

/// By id or by folded words of the name.
/// errors  NotFound; Ambiguous with the ids
User get_user(SQLite::Database& db, std::string_view text);

} // namespace praxis
