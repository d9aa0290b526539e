// SPDX-License-Identifier: MIT
#include "plan/progress.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::plans {
namespace {

/// How many days before a named day of review a review still counts as the one of that day.
constexpr int early_review_days = 7;

bool is_done(const PlanSession& session, Date today) {
    return session.is_signed || session.began.civil().date < today;
}

int done_since(const std::vector<PlanSession>& sessions, const ZonedTime& began, Date today) {
    return static_cast<int>(std::count_if(sessions.begin(), sessions.end(), [&](const auto& one) {
        return one.began.instant >= began.instant && is_done(one, today);
    }));
}

/// Of signed notes: a draft can still change.
std::vector<int> pain_values(const std::vector<PlanSession>& sessions) {
    std::vector<int> values;
    for (const auto& session : sessions) {
        if (session.pain_before && session.is_signed) {
            values.push_back(*session.pain_before);
        }
    }
    return values;
}

/// Sessions at which the plan's present phase was re-assessed last; -1: never.
int reviewed_at(const Plan& plan) {
    int sessions = -1;
    for (const auto& review : plan.reviews) {
        if (review.phase == phase_of(plan).name) {
            sessions = std::max(sessions, review.sessions);
        }
    }
    return sessions;
}

bool was_reviewed_since(const Plan& plan, Date day) {
    return std::any_of(plan.reviews.begin(), plan.reviews.end(), [&](const auto& review) {
        return review.at.civil().date >= day;
    });
}

void add_next_visit(
    const Plan& plan, const std::vector<PlanSession>& sessions, PlanProgress& found
) {
    if (!sessions.empty()) {
        const auto& last = sessions.back();
        found.last_session = last.began.civil().date;
        found.next_visit = last.next_visit;
        found.next_visit_is_named = last.next_visit.has_value();
    }
    const auto& frequency = phase_of(plan).frequency;
    if (!found.next_visit && frequency) {
        const auto from = found.last_session.value_or(plan.began.civil().date);
        found.next_visit = from.plus_days(frequency->days_most);
    }
}

void add_review_by_count(const Plan& plan, const PlanRules& rules, PlanProgress& found) {
    if (!found.planned) {
        return;
    }
    const auto reviewed = reviewed_at(plan);
    for (const auto checkpoint : checkpoints(*found.planned, rules.review_shares)) {
        if (found.done < checkpoint || reviewed >= checkpoint) {
            continue;
        }
        const auto planned = std::to_string(*found.planned);
        found.review_due = found.done < *found.planned ? found.next_visit : std::nullopt;
        found.review_due = found.review_due ? found.review_due : found.last_session;
        found.review_is_by_count = true;
        found.review_reason =
            checkpoint == *found.planned
                ? "all " + planned + " planned sessions are done"
                : std::to_string(found.done) + " of " + planned + " planned sessions are done";
    }
}

/// The days on which a review was planned: in the plan, and in the last note that names one.
std::vector<Date> review_days(const Plan& plan, const std::vector<PlanSession>& sessions) {
    std::vector<Date> days;
    if (plan.review_on) {
        days.push_back(*plan.review_on);
    }
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
        if (session->review_on) {
            days.push_back(*session->review_on);
            break;
        }
    }
    std::sort(days.begin(), days.end());
    return days;
}

void add_review_by_day(
    const Plan& plan, const std::vector<PlanSession>& sessions, Date today, PlanProgress& found
) {
    for (const auto day : review_days(plan, sessions)) {
        if (!found.review_due && day <= today.plus_days(early_review_days) &&
            !was_reviewed_since(plan, day.plus_days(-early_review_days))) {
            found.review_due = day;
            found.review_reason = "planned for " + day.iso();
        }
    }
}

bool expects_improvement(const Plan& plan, const TrendRule& rule) {
    const auto& name = phase_of(plan).name;
    return std::find(rule.phases.begin(), rule.phases.end(), name) != rule.phases.end();
}

/// How many values at the end rise, each above the one before it.
int rises_at_end(const std::vector<int>& values) {
    int rises = 0;
    for (std::size_t i = values.size(); i > 1 && values[i - 1] > values[i - 2]; --i) {
        ++rises;
    }
    return rises;
}

std::string rise_text(const std::vector<int>& values, int rises) {
    std::string text;
    for (auto i = values.size() - static_cast<std::size_t>(rises) - 1; i < values.size(); ++i) {
        text += (text.empty() ? "" : " -> ") + std::to_string(values[i]);
    }
    return text;
}

void add_trend(
    const Plan& plan, const std::vector<int>& values, const TrendRule& rule, PlanProgress& found
) {
    if (const auto rises = rises_at_end(values); rises >= rule.worse_in_a_row) {
        found.trend = {
            "pain before the session rose " +
            (rises == 2 ? "twice" : std::to_string(rises) + " times") + " in a row (" +
            rise_text(values, rises) + ")"};
        return;
    }
    if (!found.pain || !found.planned || found.done < *found.planned ||
        !expects_improvement(plan, rule) || found.pain->first < rule.least_first_value ||
        is_important_improvement(*found.pain, rule)) {
        return;
    }
    found.trend = {
        "no important change of pain in " + std::to_string(values.size()) + " sessions (" +
        std::to_string(found.pain->first) + " -> " + std::to_string(found.pain->last) + ")"};
}

} // namespace

std::vector<int> checkpoints(int planned, const std::vector<double>& shares) {
    std::vector<int> points;
    for (const auto share : shares) {
        const auto point = static_cast<int>(std::ceil(planned * share - 1e-9));
        if (points.empty() || points.back() != point) {
            points.push_back(point);
        }
    }
    return points;
}

bool is_important_improvement(const PainChange& change, const TrendRule& rule) {
    const auto fall = change.first - change.last;
    return fall >= rule.important_points || fall * 100 >= rule.important_percent * change.first;
}

PlanProgress progress_of(
    const Plan& plan, const std::vector<PlanSession>& sessions, const PlanRules& rules, Date today
) {
    const auto& phase = phase_of(plan);
    PlanProgress found;
    found.planned = phase.sessions;
    found.done = done_since(sessions, phase.began.value_or(plan.began), today);
    add_next_visit(plan, sessions, found);
    add_review_by_count(plan, rules, found);
    add_review_by_day(plan, sessions, today, found);
    const auto values = pain_values(sessions);
    if (values.size() > 1) {
        found.pain = PainChange{values.front(), values.back()};
    }
    add_trend(plan, values, rules.trend, found);
    return found;
}

std::string counter_text(const PlanProgress& progress) {
    if (!progress.planned) {
        return "session " + std::to_string(progress.done + 1);
    }
    const auto planned = std::to_string(*progress.planned);
    if (progress.done >= *progress.planned) {
        return std::to_string(progress.done) + " of " + planned + " sessions done";
    }
    return "session " + std::to_string(progress.done + 1) + " of " + planned;
}

} // namespace praxis::plans
