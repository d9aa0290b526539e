// SPDX-License-Identifier: MIT
/// What differs between two states of a row, for people.
#pragma once
#include "journal/row.hpp"

#include <praxis/date.hpp>

#include <string>

namespace praxis::practice {

/// "pain after 4 -> 3; complaint dull ache -> sharp ache". Times are civil times of the practice.
/// Of a text that holds JSON, the members that differ. Leaves out what praxis keeps for itself:
/// offsets, the time of the last change, digests, and names folded for search.
std::string describe_changes(const Row& now, const Row& then, const TimeZone& zone);

} // namespace praxis::practice
