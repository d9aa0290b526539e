// SPDX-License-Identifier: MIT
/// The middle of a letter: the parts from the chart and from the referral.
#pragma once
#include "letter/letter.hpp"
#include "letter/profile.hpp"

#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

struct LetterGroup {
    std::string title; // empty: use the title of its only part
    std::vector<LetterPart> parts;
};

struct LetterParts {
    std::vector<LetterGroup> groups;
    std::vector<Gap> gaps;
    std::vector<Gap> remarks;
    std::size_t sessions = 0;             // signed ones of the complaint
    std::optional<Date> since{};          // of the first one
    std::vector<Unavailable> unavailable; // plugins whose parts are missing
};

/// The parts that the profile asks for, from the client's signed notes and the chart sections of
/// all plugins. A part without anything to print is left out.
/// dated  the day of the letter: it has no later session
LetterParts
gather_parts(Session& session, const Referral& referral, const Profile& profile, Date dated);

} // namespace praxis::referrals
