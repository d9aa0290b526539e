// SPDX-License-Identifier: MIT
/// The change journal: every row that a command adds, changes or removes, old and new, in the same
/// transaction. Temporary triggers collect it, so that no plugin can forget to; what they
/// collected is sealed into a chain of digests before the commit.
/// source  schemas/formats/journal.md says byte for byte what a digest covers
#pragma once
#include "keys/secret.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

/// Makes the temporary table in which changes are collected; it may be there.
void make_collection(SQLite::Database& db);

/// Lays the triggers on every table whose name begins with one of the prefixes. Once for each
/// connection, before its transaction.
void watch_tables(SQLite::Database& db, const std::vector<std::string>& prefixes);

/// A table that is watched, with a text of SQL that gives a row's content as the journal keeps it.
struct WatchedTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<bool> is_blob;
    bool has_client = false; // a column `client`: whose record the row is part of

    /// json_object('given', ROW."given", ...); bytes as hexadecimal digits.
    [[nodiscard]] std::string content_of(const std::string& row) const;
};

/// Every table of the prefixes but the journal's own, those without a rowid, virtual tables and
/// their shadows; of every owner when there is no prefix.
std::vector<WatchedTable>
watched_tables(SQLite::Database& db, const std::vector<std::string>& prefixes = {});

/// How the command of a change set begins that steps of tables made.
inline constexpr std::string_view migrate_command = "migrate ";

struct ChangeAuthor {
    Instant at;
    std::optional<UserId> user;
    std::string login;
    std::string command;
};

/// Where the chain ends: what the head anchor remembers.
struct Head {
    std::int64_t change_set = 0; // 0: nothing was written yet
    std::string digest;          // 64 hexadecimal digits; empty with change_set 0

    bool operator==(const Head&) const = default;
};

Head journal_head(SQLite::Database& db);

/// The digest of one set; nothing when there is no such set.
std::optional<std::string> digest_of_set(SQLite::Database& db, std::int64_t change_set);

/// Forgets what was collected: for the begin of a transaction.
void begin_change_set(SQLite::Database& db);

/// Seals what was collected into a new set, the last thing before COMMIT. Gives the new head;
/// nothing when nothing was changed.
std::optional<Head>
end_change_set(SQLite::Database& db, const ChangeAuthor& author, const FillRandom& fill_random);

// --- digests ----------------------------------------------------------------------------------

/// A row of core_change.
struct Change {
    std::int64_t change = 0;
    std::int64_t change_set = 0;
    std::string table;
    std::int64_t row = 0;
    std::optional<std::string> before; // JSON object; nothing: the row is new
    std::optional<std::string> after;  // JSON object; nothing: the row is gone
    std::string salt;                  // hexadecimal digits; empty once it was erased
    std::string digest;
    bool erased = false;
};

/// A row of core_change_set.
struct ChangeSet {
    std::int64_t number = 0;
    ChangeAuthor author;
    std::string digest;
};

std::string digest_of(const Change& change);
std::string digest_of(
    const ChangeSet& set, const std::string& previous, const std::vector<std::string>& changes
);

/// From columns change_set, at, user, login, command, digest.
ChangeSet read_change_set(SQLite::Statement& query);

/// Every set, or every change of a set, in order.
std::vector<ChangeSet> all_change_sets(SQLite::Database& db);
std::vector<Change> changes_of(SQLite::Database& db, std::int64_t change_set);

} // namespace praxis::practice
