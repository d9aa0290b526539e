// SPDX-License-Identifier: MIT
/// All statements about safety_screen.
#pragma once
#include "screen/screen.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <vector>

namespace praxis::safety {

ScreenId insert_screen(SQLite::Database& db, const Screen& screen);

std::optional<Screen> find_screen(SQLite::Database& db, ScreenId id);

/// The newest of the client up to that day.
std::optional<Screen> newest_screen(SQLite::Database& db, ClientId client, Date on);

/// The newest that covers the complaint: one about it, or about all complaints of its time.
std::optional<Screen>
newest_screen_of(SQLite::Database& db, ClientId client, ComplaintId complaint);

/// Oldest first: the client's, or without a client all of the practice.
void for_each_screen(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const Screen&)>& take
);

/// Newest first.
std::vector<Screen> screens_of(SQLite::Database& db, ClientId client);

/// The clients of whom a screen asked for medical care on the same day, without archived ones.
std::vector<ClientId> urgently_screened(SQLite::Database& db);

/// Whether a screen of the client asked for medical care on the same day, up to that day.
bool has_urgent_screen(SQLite::Database& db, ClientId client, Date on);

/// When a screen of the client was last recorded; no value without one.
std::optional<Instant> last_screened(SQLite::Database& db, ClientId client);

/// Only while the client is being erased.
void delete_screens(SQLite::Database& db, ClientId client);

} // namespace praxis::safety
