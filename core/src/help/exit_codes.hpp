// SPDX-License-Identifier: MIT
/// Which exit codes a command can end with, and what each of them means there.
#pragma once
#include <praxis/command.hpp>

#include <vector>

namespace praxis::help {

/// Derived from what the command takes and does; CommandSpec::exits comes before that, and a
/// meaning that is empty there takes the code away. In the order of the codes.
/// of_plugin  whether a plugin offers the command
std::vector<ExitMeaning> exit_meanings(const CommandSpec& spec, bool of_plugin);

} // namespace praxis::help
