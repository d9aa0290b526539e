// SPDX-License-Identifier: MIT
#pragma once
#include "client_queries.hpp"

#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis::clients {

/// The table of `client list` and `client find`.
Table client_table(const std::vector<ClientRow>& clients, std::string when_empty);

} // namespace praxis::clients
