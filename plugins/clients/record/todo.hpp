// SPDX-License-Identifier: MIT
/// What is left to do about clients.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::clients {

/// Consents that end, and those that ended within 30 days, unless a later one stands.
TodoSource todo_source();

} // namespace praxis::clients
