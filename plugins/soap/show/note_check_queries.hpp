// SPDX-License-Identifier: MIT
/// Statements of the note check over other plugins' tables.
#pragma once
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

namespace praxis::soap {

/// Whether a guardian's permission is recorded for the client.
bool has_guardian_permission(SQLite::Database& db, ClientId client);

} // namespace praxis::soap
