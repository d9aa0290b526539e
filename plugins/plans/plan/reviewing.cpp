// SPDX-License-Identifier: MIT
#include "plan/reviewing.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans {
namespace {

void begin_next_phase(Plan& plan, const ZonedTime& at) {
    const auto next = present_phase(plan) + 1;
    if (next >= plan.phases.size()) {
        throw Refused(
            plan.id.str() + " has no phase after " + phase_of(plan).name,
            "add one: --maintenance \"every 6 weeks\", or praxis plan close " + plan.id.str()
        );
    }
    plan.phases[next].began = at;
}

void hold_plan(Plan& plan, const Review& review) {
    if (review.text.empty()) {
        throw UsageError("--decision hold needs a reason", "give --text \"...\"");
    }
    Hold hold;
    hold.reason = review.text;
    hold.began = review.at;
    add_hold(plan, std::move(hold));
}

void resume(Session& session, Plan& plan, const ZonedTime& at) {
    if (end_holds(plan, at, session.user(), [](const Hold&) { return true; }) == 0) {
        throw Refused(
            plan.id.str() + " is not on hold, and nothing of it is suspended",
            "praxis plan show " + plan.id.str()
        );
    }
}

/// Done sessions, and one of today whose note is still a draft.
int sessions_so_far(Session& session, const PlanView& view) {
    const auto began = phase_of(view.plan).began.value_or(view.plan.began).instant;
    return static_cast<int>(std::count_if(
        view.sessions.begin(),
        view.sessions.end(),
        [&](const auto& one) {
            return one.began.instant >= began && one.began.civil().date <= session.today();
        }
    ));
}

std::optional<int> last_pain(const PlanView& view) {
    for (auto session = view.sessions.rbegin(); session != view.sessions.rend(); ++session) {
        if (session->pain_before) {
            return session->pain_before;
        }
    }
    return std::nullopt;
}

} // namespace

std::string review_summary(Session& session, const PlanView& view) {
    const auto& phase = phase_of(view.plan);
    std::vector<std::string> lines{
        view.plan.id.str() + ", " + phase.name + ", " + counter_text(view.progress) +
        (phase.frequency ? ", " + frequency_text(*phase.frequency) : "")};
    if (view.progress.pain) {
        lines.push_back(view.progress.pain->text() + " before the session");
    }
    if (view.progress.trend) {
        lines.push_back(view.progress.trend->what);
    }
    for (const auto& goal : view.goals) {
        const auto measure = measure_text(goal, present_value(session, goal));
        lines.push_back(
            goal.id.str() + " " + goal.text + (measure.empty() ? "" : " (" + measure + ")") +
            (goal.state == "open" ? "" : ": " + goal.state)
        );
    }
    for (const auto& hold : holds_of_plan(view.plan)) {
        lines.push_back("on hold " + hold_limit(hold) + ": " + hold.reason);
    }
    for (const auto& hold : suspended_parts(view.plan)) {
        lines.push_back("suspended " + hold_limit(hold) + ": " + hold.what);
    }
    return join(lines, "\n");
}

void apply_review(Session& session, PlanView& view, Review review) {
    auto& plan = view.plan;
    review.at = session.civil_now();
    review.user = session.user().id;
    review.user_name = session.user().name;
    review.phase = phase_of(plan).name;
    review.sessions = sessions_so_far(session, view);
    review.pain = last_pain(view);
    if (review.decision == "next-phase") {
        begin_next_phase(plan, review.at);
    } else if (review.decision == "hold") {
        hold_plan(plan, review);
    } else if (review.decision == "resume") {
        resume(session, plan, review.at);
    }
    plan.reviews.push_back(std::move(review));
}

} // namespace praxis::plans
