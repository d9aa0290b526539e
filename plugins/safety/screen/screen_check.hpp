// SPDX-License-Identifier: MIT
#pragma once
#include "screen/questions.hpp"
#include "screen/screen.hpp"

#include <praxis/safety/check.hpp>

#include <vector>

namespace praxis::safety {

/// A flag that asks for medical care on the same day, and that no later screen has answered no.
struct OpenFlag {
    ScreenId screen;
    Date on;
    Finding finding;
};

/// The most urgent first. A later screen that does not ask the question, or where the answer is not
/// known, leaves the flag open.
std::vector<OpenFlag>
open_flags(Session& session, const ScreenBook& book, ClientId client, Date on);

/// The check that stops work while such a flag is open.
Check screen_check();

} // namespace praxis::safety
