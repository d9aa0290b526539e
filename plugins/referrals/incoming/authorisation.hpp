// SPDX-License-Identifier: MIT
/// The sessions that an incoming referral authorises, counted against signed notes.
#pragma once
#include "referral.hpp"

#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::referrals {

struct SessionCount {
    int used = 0;      // since the referral arrived
    int after_end = 0; // of these, after the last day of the authorisation
};

/// The client's signed notes from the day on which the referral arrived: those of its complaint and
/// those that name none; of a closed one, until the report was sent.
SessionCount count_sessions(Session& session, const Referral& referral);

/// "3 of 6 sessions used, until 2027-01-31"; nothing when neither a number nor an end was given.
std::optional<std::string> describe_authorisation(Session& session, const Referral& referral);

/// What a therapist needs to know before another session: "all 6 sessions are used", "the
/// authorisation ended on 2027-01-31"; nothing while a session is covered.
std::optional<std::string> missing_authorisation(Session& session, const Referral& referral);

} // namespace praxis::referrals
