// SPDX-License-Identifier: MIT
/// Compares the sides in one note, to find a left that should be a right.
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

/// The place of the session's complaint; empty texts: not recorded.
struct ComplaintPlace {
    std::string id;
    std::string region;
    std::string side;
};

/// A warning for each region whose work is all on one side, while the findings there, or the
/// complaint, are all on the other. Both sides, the midline and an absent side contradict nothing.
std::vector<Problem> find_side_conflicts(const Value& body, const ComplaintPlace& complaint);

} // namespace praxis::soap
