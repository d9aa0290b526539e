// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <vector>

namespace praxis::output {

/// The rows of a slip as lines of text: "[ ] Did not come  [ ] Discharged", "Findings: ________".
std::vector<std::string> slip_rows(const Slip& slip);

} // namespace praxis::output
