// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

namespace praxis::clients {

/// When something was last entered into this plugin's part of the record.
Instant last_entry(SQLite::Database& db, ClientId client);

/// Everything of the client: after what other plugins hold, which refers to it.
void delete_client(SQLite::Database& db, ClientId client);

} // namespace praxis::clients
