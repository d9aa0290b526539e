// SPDX-License-Identifier: MIT
/// How far a plan is: the counter of sessions, the re-assessment that is due, the next visit, and
/// the trend of pain.
#pragma once
#include "plan/plan.hpp"
#include "plan/rules.hpp"
#include "plan/session_queries.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

/// Pain before the session (NPRS), first and last of the plan.
struct PainChange {
    int first = 0;
    int last = 0;

    [[nodiscard]] std::string text() const { // "pain 7 -> 5"
        return "pain " + std::to_string(first) + " -> " + std::to_string(last);
    }
};

/// The course does not go as a plan expects.
struct TrendFinding {
    std::string what; // "no important change of pain in 6 sessions (7 -> 6)"
};

struct PlanProgress {
    int done = 0;               // sessions of the present phase: signed, or drafts of earlier days
    std::optional<int> planned; // sessions of the present phase
    std::optional<Date> last_session;
    std::optional<Date> next_visit; // as the last note names it, otherwise by the frequency
    bool next_visit_is_named = false;
    std::optional<Date> review_due; // nothing: no re-assessment is due by then
    std::string review_reason;      // "half of the 6 planned sessions are done"
    bool review_is_by_count = false;
    std::optional<PainChange> pain; // nothing: fewer than two sessions with a value
    std::optional<TrendFinding> trend;
};

/// today  sessions of today that are not signed do not count
PlanProgress progress_of(
    const Plan& plan, const std::vector<PlanSession>& sessions, const PlanRules& rules, Date today
);

/// "session 4 of 6", "6 of 6 sessions done", "session 4"
std::string counter_text(const PlanProgress& progress);

/// The change is one that the rule calls important, for the better.
bool is_important_improvement(const PainChange& change, const TrendRule& rule);

/// The number of done sessions at which a re-assessment is due: 3 and 6 of 6.
std::vector<int> checkpoints(int planned, const std::vector<double>& shares);

} // namespace praxis::plans
