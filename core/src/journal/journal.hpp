// SPDX-License-Identifier: MIT
/// The change journal: every row that a command adds, changes or removes, old and new, in the same
/// transaction. Temporary triggers collect the changes, so no plugin can forget to. Before the
/// commit praxis adds them to a chain of digests.
/// source  schemas/formats/journal.md defines the bytes that a digest covers
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

/// Creates the temporary table that collects changes, unless it exists.
void make_collection(SQLite::Database& db);

/// Creates the triggers on every table whose name starts with one of the prefixes. Call it once per
/// connection, before its transaction.
void watch_tables(SQLite::Database& db, const std::vector<std::string>& prefixes);

/// A watched table, with the SQL expression of a row's content in the journal.
struct WatchedTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<bool> is_blob;
    bool has_client = false; // has a column `client`: the client that the row belongs to

    /// json_object('given', ROW."given", ...); bytes as hexadecimal digits.
    [[nodiscard]] std::string content_of(const std::string& row) const;
};

/// Every table with one of the prefixes, or of all plugins if there is no prefix. Leaves out the
/// journal's own tables, tables without a rowid, virtual tables and their shadow tables.
std::vector<WatchedTable>
watched_tables(SQLite::Database& db, const std::vector<std::string>& prefixes = {});

/// Start of the command of a change set that migrations wrote.
inline constexpr std::string_view migrate_command = "migrate ";

struct ChangeAuthor {
    Instant at;
    std::optional<UserId> user;
    std::string login;
    std::string command;
};

/// The end of the chain, which the head anchor stores.
struct Head {
    std::int64_t change_set = 0; // 0: the journal is empty
    std::string digest;          // 64 hexadecimal digits; empty with change_set 0

    bool operator==(const Head&) const = default;
};

Head journal_head(SQLite::Database& db);

/// The digest of one set; nullopt if there is no such set.
std::optional<std::string> digest_of_set(SQLite::Database& db, std::int64_t change_set);

/// Clears the collected changes, at the start of a transaction.
void begin_change_set(SQLite::Database& db);

/// Writes the collected changes as a new set, immediately before COMMIT. Returns the new head;
/// nullopt if nothing changed.
std::optional<Head>
end_change_set(SQLite::Database& db, const ChangeAuthor& author, const FillRandom& fill_random);

// --- digests ----------------------------------------------------------------------------------

/// A row of core_change.
struct Change {
    std::int64_t change = 0;
    std::int64_t change_set = 0;
    std::string table;
    std::int64_t row = 0;
    std::optional<std::string> before; // JSON object; nullopt: the row is new
    std::optional<std::string> after;  // JSON object; nullopt: the row was deleted
    std::string salt;                  // hexadecimal digits; empty after an erasure
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

/// Reads the columns change_set, at, user, login, command, digest.
ChangeSet read_change_set(SQLite::Statement& query);

/// All sets, or all changes of a set, in order.
std::vector<ChangeSet> all_change_sets(SQLite::Database& db);
std::vector<Change> changes_of(SQLite::Database& db, std::int64_t change_set);

} // namespace praxis::practice
