// SPDX-License-Identifier: MIT
/// Notes in the to-do list.
#pragma once
#include <praxis/chart.hpp>

namespace praxis::soap {

/// Drafts, due by the practice's own deadline if it has set one.
TodoSource todo_source();

} // namespace praxis::soap
