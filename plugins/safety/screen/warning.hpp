// SPDX-License-Identifier: MIT
/// What to do about the flags of a screen, for people.
#pragma once
#include "screen/questions.hpp"
#include "screen/screen.hpp"

#include <string>
#include <vector>

namespace praxis::safety {

/// While the questions are asked: the class of action and its steps, indented.
std::string warning_of(const ScreenBook& book, const Flag& question);

/// The command that begins the referral, with its urgency; empty when the action needs none.
std::string referral_command(const ScreenBook& book, const Screen& screen, Action action);

/// The flags of one class of action, and what to do now.
struct Advice {
    Action action = Action::record;
    std::string headline; // "EMERGENCY: leg getting weaker (left foot)"
    std::vector<std::string> steps;
    std::vector<std::string> conflicts; // how the sources differ
};

/// The most urgent first; a class without a flag that counts is left out.
std::vector<Advice> advice_of(const ScreenBook& book, const Screen& screen);

/// In lines, with numbered steps.
std::string advice_text(const Advice& advice);

/// The flags that do not count, in one line; empty without one.
std::string noted_flags(const Screen& screen);

} // namespace praxis::safety
