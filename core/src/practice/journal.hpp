// SPDX-License-Identifier: MIT
/// The change journal: every row that a command adds, changes or removes, old and new, in the same
/// transaction. Temporary triggers write it, so that no plugin can forget to.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

/// Lays the triggers on every table whose name begins with one of the prefixes. Once for each
/// connection, before its transaction.
void watch_tables(SQLite::Database& db, const std::vector<std::string>& prefixes);

struct ChangeAuthor {
    Instant at;
    std::optional<UserId> user;
    std::string login;
    std::string command;
};

/// Begins the set that the following changes belong to; gives its number.
std::int64_t begin_change_set(SQLite::Database& db, const ChangeAuthor& author);

/// Takes the set back when nothing was changed.
void end_change_set(SQLite::Database& db, std::int64_t change_set);

} // namespace praxis::practice
