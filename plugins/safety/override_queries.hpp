// SPDX-License-Identifier: MIT
/// All statements about the plugin's tables and about the work of a note.
#pragma once
#include "override.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

std::int64_t insert_override(SQLite::Database& db, const Override& made);

void withdraw_override(SQLite::Database& db, std::int64_t number, const Withdrawal& withdrawal);

/// Oldest first: the client's, or without a client all of the practice.
void for_each_override(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const Override&)>& take
);

/// Oldest first.
std::vector<Override> overrides_of(SQLite::Database& db, ClientId client);

/// Each technique of a note with each region that it was used on.
std::vector<Work> work_of(SQLite::Database& db, NoteId note);

/// The day on which the note's session began.
Date session_day(SQLite::Database& db, NoteId note);

/// When an override of the client was last made or withdrawn; no value without one.
std::optional<Instant> last_entry(SQLite::Database& db, ClientId client);

/// Only while the client is being erased.
void delete_of_client(SQLite::Database& db, ClientId client);

} // namespace praxis::safety
