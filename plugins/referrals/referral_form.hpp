// SPDX-License-Identifier: MIT
/// A referral as a form in the editor: what `referral edit` without options opens.
#pragma once
#include "referral.hpp"
#include "referral_fields.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis::referrals {

/// What the user changed in the form.
struct ReferralChanges : ReferralOptions, IncomingOptions {
    std::optional<std::string> reason;
    std::optional<std::string> answer;
};

/// TOML with comments, filled in.
std::string referral_form(const Referral& referral);

/// The fields that differ from the form of the referral.
/// errors  Refused with source and line: not TOML, an unknown key, a value of another kind
ReferralChanges read_referral_form(
    Session& session, const Referral& referral, std::string_view text, const std::string& source
);

/// Opens the form in the editor until it can be read.
/// errors  NeedsInput: there is no terminal, or the user changed nothing
ReferralChanges edit_referral(Session& session, const Referral& referral);

} // namespace praxis::referrals
