// SPDX-License-Identifier: MIT
#pragma once
#include "letter/places.hpp"
#include "letter/profile.hpp"
#include "letter/sessions.hpp"

#include <praxis/document.hpp>

#include <vector>

namespace praxis::referrals {

/// What was found by touch, movement and tests: a row each, with the value of the first session and
/// of the newest one that examined it. Rows that a later note only copied do not count. Below it
/// the newest posture and the like. Empty when nothing is recorded. Marks the places.
std::vector<Block>
write_findings(const std::vector<SessionFacts>& sessions, const Profile& profile, Places& places);

} // namespace praxis::referrals
