// SPDX-License-Identifier: MIT
/// What the values of options about notes may go on to be, for the shell's completion.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// The ids of techniques.
std::vector<std::string> complete_technique(const Completing& half);

/// The path of a field and "=", or one of its choices: for --set.
std::vector<std::string> complete_set(const Completing& half);

/// The next word of a line of shorthand: for --work.
std::vector<std::string> complete_work(const Completing& half);

} // namespace praxis::soap
