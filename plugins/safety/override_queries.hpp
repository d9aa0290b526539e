// SPDX-License-Identifier: MIT
/// Every statement about the plugin's tables, and the work of a note.
#pragma once
#include "override.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

std::int64_t insert_override(SQLite::Database& db, const Override& made);

void withdraw_override(SQLite::Database& db, std::int64_t number, const Withdrawal& withdrawal);

/// Oldest first.
std::vector<Override> overrides_of(SQLite::Database& db, ClientId client);

/// Each technique of a note with each region it was used on.
std::vector<Work> work_of(SQLite::Database& db, NoteId note);

/// When the note's session began.
Date session_day(SQLite::Database& db, NoteId note);

/// When the newest override of the client was made or withdrawn; nothing when there is none.
std::optional<Instant> last_entry(SQLite::Database& db, ClientId client);

/// Only while the client is being erased.
void delete_of_client(SQLite::Database& db, ClientId client);

} // namespace praxis::safety
