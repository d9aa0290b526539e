// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::safety {

/// The techniques of the client's newest signed sessions, each once.
std::vector<std::string> usual_techniques(SQLite::Database& db, ClientId client, int sessions);

} // namespace praxis::safety
