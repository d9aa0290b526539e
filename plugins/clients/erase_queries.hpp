// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

namespace praxis::clients {

/// The time of the newest entry in this plugin's part of the record.
Instant last_entry(SQLite::Database& db, ClientId client);

/// Deletes all rows of the client. The rows of other plugins refer to them and must go first.
void delete_client(SQLite::Database& db, ClientId client);

} // namespace praxis::clients
