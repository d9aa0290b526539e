// SPDX-License-Identifier: MIT
/// What plans do when they hear of a red-flag screen or of a referral.
#pragma once
#include <praxis/care_events.hpp>
#include <praxis/session.hpp>

namespace praxis::plans {

/// An answer that is an emergency or needs care on the same day puts the plan of the complaint on
/// hold; a screen without a complaint, all plans of the client.
void hear_screen(Session& session, const ScreenRecorded& screen);

/// The plan of the complaint suspends what the referral suspends.
void hear_referral_sent(Session& session, const ReferralSent& sent);

/// What was suspended until that referral is answered may go on.
void hear_referral_closed(Session& session, const ReferralClosed& closed);

} // namespace praxis::plans
