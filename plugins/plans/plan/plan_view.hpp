// SPDX-License-Identifier: MIT
/// A plan as people read it, and the parts that charts and the discharge summary share.
#pragma once
#include "goal/goal.hpp"
#include "plan/plan.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"

#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <vector>

namespace praxis::plans {

/// A plan with what is computed from the notes of its sessions.
struct PlanView {
    Plan plan;
    Date today;
    PlanRules rules;
    std::vector<PlanSession> sessions;
    PlanProgress progress;
    std::vector<Goal> goals; // of the complaint
    std::string place;       // of the complaint: "lower back, both sides"; may be empty
};

PlanView view_of(Session& session, Plan plan);

/// The re-assessment that is due, otherwise the next one: "after session 3 of 6". May be empty.
std::string review_text(const PlanView& view);

/// Every field of plan_value(), with "sessions_done", "session", "next_visit", "review_due",
/// "trend" and "goals".
Value view_value(Session& session, const PlanView& view);

Document plan_document(Session& session, const PlanView& view);

/// Who reads a plan, and the level of the headings of its parts.
struct PlanReader {
    bool is_outside = false; // without ids, remarks and reminders
    int heading_level = 2;
};

/// The blocks of a plan below its own heading.
std::vector<Block> plan_blocks(const PlanView& view, const PlanReader& reader);

/// Empty without a goal.
std::vector<Block> goal_blocks(Session& session, const std::vector<Goal>& goals, bool for_others);

} // namespace praxis::plans
