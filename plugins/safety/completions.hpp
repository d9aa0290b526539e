// SPDX-License-Identifier: MIT
/// Shell completion for options that the commands share.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

/// The ids of all techniques, which are the names of their files.
std::vector<std::string> complete_technique(const Completing& half);

std::vector<std::string> complete_region(const Completing& half);

} // namespace praxis::safety
