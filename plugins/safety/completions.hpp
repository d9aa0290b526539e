// SPDX-License-Identifier: MIT
/// What a shell completes for words that the commands share.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

/// The files of techniques are called by their ids.
std::vector<std::string> complete_technique(const Completing& half);

std::vector<std::string> complete_region(const Completing& half);

} // namespace praxis::safety
