// SPDX-License-Identifier: MIT
/// Left and right of one note held against each other: a slip of the pen is asked about.
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

/// Where the complaint is that a session belongs to; empty texts: not recorded.
struct ComplaintPlace {
    std::string id;
    std::string region;
    std::string side;
};

/// A question for each region whose work is all on one side, while what was found there, or the
/// complaint, is all on the other. Both sides, the midline, and a side that is not said contradict
/// nothing.
std::vector<Problem> side_questions(const Value& body, const ComplaintPlace& complaint);

} // namespace praxis::soap
