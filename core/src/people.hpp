// SPDX-License-Identifier: MIT
/// Rows of core_practice and core_user.
#pragma once
#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string_view>
#include <vector>

namespace praxis {

/// The practice's only row.
void insert_practice(SQLite::Database& db, const Practice& practice, Instant created);
void update_practice(SQLite::Database& db, const Practice& practice);

UserId insert_user(SQLite::Database& db, const User& user, Instant created);
/// errors  NotFound
void update_user(SQLite::Database& db, const User& user);

/// By number.
std::vector<User> all_users(SQLite::Database& db);

/// By id or by folded words of the name.
/// errors  NotFound; Ambiguous with the ids
User get_user(SQLite::Database& db, std::string_view words);

} // namespace praxis
