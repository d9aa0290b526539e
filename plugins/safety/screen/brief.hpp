// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/brief.hpp>

namespace praxis::safety {

/// Stops, cautions and questions about the techniques that the client usually gets.
BriefSource checks_brief();

/// A positive screen, a screen that is due, and what the record gives a reason to refer.
BriefSource screen_brief();

} // namespace praxis::safety
