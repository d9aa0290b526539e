// SPDX-License-Identifier: MIT
/// Records a report, and that somebody has read it.
#pragma once
#include "reply/reply.hpp"
#include "steps/taking.hpp"

namespace praxis::referrals {

/// The step that a report of that kind takes: "interim" or "final".
const Step& step_of_report(const std::string& kind);

/// Stores the report as it arrived with this evidence, and takes its step. The caller fills in what
/// the report states, its kind and its author, and the UUID that it came with, if any.
/// errors  Refused: no report can arrive now, or its day is not valid
/// returns  the stored report
Reply record_reply(Session& session, Referral& referral, Reply reply, Evidence evidence);

/// Closes the referral; `evidence.by` has read its reports, by default the user.
/// errors  Refused: no final report waits to be read, or it arrived after that day
/// returns  who read it
std::string close_referral(Session& session, Referral& referral, Evidence evidence);

} // namespace praxis::referrals
