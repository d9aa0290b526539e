// SPDX-License-Identifier: MIT
/// The discharge summary of a closed plan.
/// source  S-70: treatment summary, current status, progress, reason for ending, ongoing
///         recommendations, referrals
#pragma once
#include "plan/plan_view.hpp"

#include <praxis/document.hpp>
#include <praxis/session.hpp>

namespace praxis::plans {

/// view  of a closed plan. Home care, outcomes and referrals come from the chart sections of the
/// plugins that keep them; a plugin that cannot be loaded is named.
Document discharge_summary(Session& session, const PlanView& view);

} // namespace praxis::plans
