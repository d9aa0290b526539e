// SPDX-License-Identifier: MIT
/// The middle of a letter: what the chart and the referral tell, part by part.
#pragma once
#include "letter/letter.hpp"
#include "letter/profile.hpp"

#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

struct LetterGroup {
    std::string title; // empty: that of its only part
    std::vector<LetterPart> parts;
};

struct LetterParts {
    std::vector<LetterGroup> groups;
    std::vector<Gap> gaps;
    std::vector<Unavailable> unavailable; // plugins whose part is missing
};

/// The parts that the profile asks for, from the chart sections of all plugins.
LetterParts gather_parts(Session& session, const Referral& referral, const Profile& profile);

} // namespace praxis::referrals
