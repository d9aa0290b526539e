// SPDX-License-Identifier: MIT
#pragma once
#include "client_queries.hpp"

#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis::clients {

/// The table of `client find`.
Table client_table(const std::vector<ClientRow>& clients, std::string when_empty);

/// The table of `client list`, whose rows are read one by one.
Table client_table(SQLite::Database& db, ClientFilter filter, std::string when_empty);

} // namespace praxis::clients
