// SPDX-License-Identifier: MIT
/// This plugin's part of `praxis todo`.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::clients {

/// Consents that end, and those that ended within 30 days, unless another consent replaces them.
TodoSource todo_source();

} // namespace praxis::clients
