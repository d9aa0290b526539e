// SPDX-License-Identifier: MIT
#pragma once
#include "screen/questions.hpp"
#include "screen/screen.hpp"

#include <praxis/safety/check.hpp>

#include <string_view>
#include <vector>

namespace praxis::safety {

/// A flag that asks for medical care on the same day, and that no later screen has lifted.
struct OpenFlag {
    ScreenId screen;
    Date on;
    std::optional<ComplaintId> complaint; // empty: of all the complaints open on that day
    Finding finding;
};

/// The most urgent first. A later screen of the same complaint, or of all, lifts a flag when its
/// answer is no, or when it counts no longer. One that does not ask the question, where the answer
/// is not known, or that is about another complaint leaves the flag open.
std::vector<OpenFlag>
open_flags(Session& session, const ScreenBook& book, ClientId client, Date on);

/// The stop of an open flag.
Concern concern_of(const ScreenBook& book, const OpenFlag& flag, ClientId client);

inline constexpr std::string_view screen_check_name = "screen";

/// The check that stops work while such a flag is open.
Check screen_check();

} // namespace praxis::safety
