// SPDX-License-Identifier: MIT
/// What `praxis safety check` shows: for people one line for each finding, with the techniques that
/// it concerns; for programs one object for each finding and technique.
#pragma once
#include "checking.hpp"

#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

/// The concerns that differ only in their technique.
struct ConcernGroup {
    CheckedConcern first;
    std::vector<std::string> techniques; // empty: any
};

/// In the order of the concerns.
std::vector<ConcernGroup> group_concerns(const std::vector<CheckedConcern>& all);

/// planned  the techniques of the question
View view_of(std::vector<CheckedConcern> all, std::vector<std::string> planned);

} // namespace praxis::safety
