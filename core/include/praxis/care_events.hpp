// SPDX-License-Identifier: MIT
/// Events about a client's care that plugins of one layer hear from each other, without needing
/// each other. All are announced inside the transaction of the command: a `before` listener may
/// write rows, or refuse. A plugin that is not installed announces and hears nothing. What a letter
/// still lacks needs no event: a chart section returns it in ChartPart::gaps.
#pragma once
#include <praxis/id.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// What a positive answer of a red-flag screen asks for, the most urgent last.
enum class ScreenAction { none, gp_referral, urgent, same_day, emergency };

/// A red-flag screen is on record.
struct ScreenRecorded {
    static constexpr std::string_view id = "screen.recorded/1";
    std::string screen; // "SC-0001"
    ClientId client;
    std::optional<ComplaintId> complaint;
    ScreenAction action = ScreenAction::none; // of its most urgent answer
    std::vector<std::string> findings;        // the positive answers, in words
};

/// A referral's letter has left.
struct ReferralSent {
    static constexpr std::string_view id = "referral.sent/1";
    ReferralId referral;
    ClientId client;
    std::optional<ComplaintId> complaint;
    std::string suspended; // the treatment that pauses until the reply, as the letter tells it
};

/// A referral has ended: its reply was read, or it is over without one.
struct ReferralClosed {
    static constexpr std::string_view id = "referral.closed/1";
    ReferralId referral;
    ClientId client;
    std::optional<ComplaintId> complaint;
    bool answered = false; // a reply was read; otherwise it was declined, lost, cancelled or void
};

} // namespace praxis
