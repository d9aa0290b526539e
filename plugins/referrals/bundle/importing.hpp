// SPDX-License-Identifier: MIT
/// Takes a bundle from another practice: as an incoming referral, or as the report on one of ours.
#pragma once
#include "bundle/bundle.hpp"
#include "referral.hpp"

#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::referrals {

/// arrived  the day on which the bundle came
/// client   the client that the user names; nothing: the one with that name and birth date
/// errors   Refused: already imported, our own, another client's, or no such client; Ambiguous
/// returns  the incoming referral, or the one that is answered
Referral import_bundle(
    Session& session, const Bundle& bundle, Date arrived, const std::optional<std::string>& client
);

} // namespace praxis::referrals
