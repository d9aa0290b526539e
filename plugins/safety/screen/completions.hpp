// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

/// "urine=yes", "urine=no" and so on, for --set.
std::vector<std::string> complete_question(const Completing& half);

} // namespace praxis::safety
