// SPDX-License-Identifier: MIT
#pragma once
#include "letter/places.hpp"
#include "letter/profile.hpp"
#include "letter/sessions.hpp"
#include "referral.hpp"

#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

/// What the client reports: their own words, then the pain and the limits line by line, each from
/// the newest signed note that records it. Marks the complaint and where it spreads to.
/// dated  the day of the letter, from which "9 months ago" counts
std::vector<Block> write_report(
    Session& session,
    const Referral& referral,
    const std::vector<SessionFacts>& sessions,
    const Profile& profile,
    Places& places,
    Date dated
);

/// The goal of the referral, otherwise of the complaint, otherwise of the newest note that has one.
std::optional<std::string>
goal_of(Session& session, const Referral& referral, const std::vector<SessionFacts>& sessions);

} // namespace praxis::referrals
