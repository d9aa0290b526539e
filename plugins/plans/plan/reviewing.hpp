// SPDX-License-Identifier: MIT
/// A re-assessment of a plan, and what its decision changes.
#pragma once
#include "plan/plan.hpp"
#include "plan/plan_view.hpp"

#include <praxis/session.hpp>

#include <string>

namespace praxis::plans {

/// What the therapist needs to see before the decision: "PL-0001, relief, session 4 of 6, every 1
/// to 2 weeks; pain 7 -> 5; ..."
std::string review_summary(Session& session, const PlanView& view);

/// Adds the review to the plan and does what it decides: the next phase begins, the plan goes on
/// hold, or what is on hold or suspended goes on.
/// errors  Refused: no next phase; nothing is on hold; a hold without a reason
void apply_review(Session& session, PlanView& view, Review review);

} // namespace praxis::plans
