// SPDX-License-Identifier: MIT
/// The discharge summary of a closed plan.
/// source  S-70: treatment summary, current status, progress, reason for ending, ongoing
///         recommendations, referrals
#pragma once
#include "plan/plan_view.hpp"

#include <praxis/document.hpp>
#include <praxis/document_output.hpp>
#include <praxis/session.hpp>

namespace praxis::plans {

/// view  of a closed plan. Home care, outcomes and referrals come from the chart sections of the
/// plugins that keep them; a plugin that cannot be loaded is named.
Document discharge_summary(Session& session, const PlanView& view);

/// The summary as the result of a command; a file is a line of the disclosure ledger.
Result show_or_write_summary(Session& session, const RecordOutput& output, const PlanView& view);

} // namespace praxis::plans
