// SPDX-License-Identifier: MIT
/// What `praxis safety check` shows: for people one line for each finding, with the techniques that
/// it concerns; for programs one card for each finding and technique (cards.hpp).
#pragma once
#include "checking.hpp"

#include <praxis/date.hpp>
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

/// "stop", "stop, overridden", "caution" ...
std::string verdict_of(const CheckedConcern& checked);

/// The finding with all that is known of it, for programs.
Value object_of(const CheckedConcern& checked);

/// What the view is about.
struct CheckedWork {
    std::string client;                  // the UUID
    std::vector<std::string> techniques; // of the question
    Date on;
};

View view_of(std::vector<CheckedConcern> all, CheckedWork work);

} // namespace praxis::safety
