// SPDX-License-Identifier: MIT
/// This plugin's part of `praxis client brief`.
#pragma once
#include <praxis/brief.hpp>

namespace praxis::soap {

/// The last three signed sessions, a line each.
BriefSource sessions_brief();

/// What the last session left to look at, how its home care went, and how the client reacted.
BriefSource follow_up_brief();

} // namespace praxis::soap
