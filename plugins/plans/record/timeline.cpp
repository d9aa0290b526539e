// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"
#include "plan/plan_queries.hpp"
#include "record/records.hpp"

#include <utility>

namespace praxis::plans {
namespace {

TimelineEvent event(const ZonedTime& at, const Plan& plan, std::string what) {
    const auto civil = at.civil();
    return {civil.date, civil.time_of_day, "plan", plan.id.str(), std::move(what)};
}

std::string hold_text(const Hold& hold) {
    return hold.what.empty() ? "on hold: " + hold.reason : "suspended: " + hold.what;
}

void add_plan(const Plan& plan, std::vector<TimelineEvent>& events) {
    for (const auto& phase : plan.phases) {
        if (phase.began) {
            const auto numbers = phase_text(phase);
            events.push_back(event(
                *phase.began, plan, phase.name + " begins" + (numbers.empty() ? "" : ": " + numbers)
            ));
        }
    }
    for (const auto& hold : plan.holds) {
        events.push_back(event(hold.began, plan, hold_text(hold)));
        if (hold.ended) {
            events.push_back(event(
                *hold.ended, plan, hold.what.empty() ? "goes on" : "goes on with: " + hold.what
            ));
        }
    }
    for (const auto& review : plan.reviews) {
        events.push_back(event(
            review.at,
            plan,
            "re-assessed: " + review.decision +
                (review.progress.empty() ? "" : ", " + review.progress) +
                (review.text.empty() ? "" : "; " + review.text)
        ));
    }
    if (plan.closing) {
        events.push_back(event(*plan.closed, plan, "closed: " + plan.closing->reason));
    }
}

void add_goal(const Goal& goal, std::vector<TimelineEvent>& events) {
    const auto add = [&](Date on, std::string what) {
        events.push_back({on, std::nullopt, "goal", goal.id.str(), std::move(what)});
    };
    add(goal.created.civil().date, "goal set: " + goal.text);
    for (const auto& reading : goal.readings) {
        add(reading.on,
            goal.measure.value_or("") + " " + number_text(reading.value) +
                (goal.unit ? " " + *goal.unit : ""));
    }
    if (goal.ended_on) {
        add(*goal.ended_on, "goal " + goal.state + ": " + goal.text);
    }
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& plan : all_plans(session.db(), {.client = client})) {
        add_plan(plan, events);
    }
    for (const auto& goal : all_goals(session.db(), {.client = client})) {
        add_goal(goal, events);
    }
    return events;
}

} // namespace

TimelineSource timeline_source() {
    return {.name = "plans", .events = events_of};
}

} // namespace praxis::plans
