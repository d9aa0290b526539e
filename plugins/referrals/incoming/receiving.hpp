// SPDX-License-Identifier: MIT
/// Takes in a referral that another professional wrote, on paper or as a bundle.
#pragma once
#include "referral.hpp"
#include "referral_fields.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::referrals {

/// Fills in what an incoming referral has beside its client, provider and question.
/// errors  Refused: it arrived in the future, or a day is not valid
void start_incoming(
    Session& session,
    Referral& referral,
    Date arrived,
    const ReferralOptions& options,
    const IncomingOptions& incoming
);

/// Stores it with its first step, and sets its number.
void insert_incoming(
    Session& session, Referral& referral, Date arrived, const std::optional<std::string>& remark
);

} // namespace praxis::referrals
