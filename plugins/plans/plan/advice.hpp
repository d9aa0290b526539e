// SPDX-License-Identifier: MIT
/// What other professionals recommend, in a plan.
#pragma once
#include "plan/plan.hpp"

#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::plans {

/// Whether the record recommends something for the client; false when that cannot be read.
bool has_advice(Session& session, ClientId client, const std::string& record);

/// Adds the recommendations of that record which the plan does not have yet.
/// errors  NotFound: the record recommends nothing for the client; Refused: the plan has all of
///         them; PluginError: a plugin with recommendations cannot be loaded
/// returns  their texts
std::vector<std::string> take_advice(Session& session, Plan& plan, const std::string& record);

/// Ends the advice with those numbers, as advice_text() counts it.
/// errors  UsageError: no such number; Refused: it has ended
void end_advice(Session& session, Plan& plan, const std::vector<int>& numbers);

/// The numbers and texts of what has not ended: "1. no thrusts for 2 weeks (Dr. Ana Kim, R-0001,
/// 2026-12-18)".
std::vector<std::string> advice_texts(const Plan& plan);

} // namespace praxis::plans
