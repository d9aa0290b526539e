// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"
#include "plan/clients_of.hpp"
#include "plan/plan_queries.hpp"
#include "plan/progress.hpp"
#include "recall/recall_queries.hpp"
#include "record/records.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace praxis::plans {
namespace {

/// `praxis recall list` also shows visits that were named longer ago.
constexpr int days_looked_at = 90;
constexpr int most_days_late = 28;

/// A line before the names of the clients are known, which are read at once.
struct Line {
    ClientId client;
    std::optional<Date> due;
    std::string what;
    std::string command;
};

bool was_reviewed_since(const Plan& plan, std::optional<Date> day) {
    return day && std::any_of(plan.reviews.begin(), plan.reviews.end(), [&](const auto& review) {
               return review.at.civil().date >= *day;
           });
}

std::string review_command(const Plan& plan) {
    return "praxis plan review " + plan.id.str();
}

Line line_on_hold(const Plan& plan) {
    const auto hold = holds_of_plan(plan).back();
    return {
        plan.client,
        hold.began.civil().date,
        plan.id.str() + " is on hold: " + hold.reason,
        review_command(plan)};
}

void add_review(const Plan& plan, const PlanProgress& progress, std::vector<Line>& lines) {
    if (progress.review_due) {
        lines.push_back(
            {plan.client,
             progress.review_due,
             "re-assessment of " + plan.id.str() + ", " +
                 (progress.review_is_by_count ? counter_text(progress) : progress.review_reason),
             review_command(plan)}
        );
    }
}

/// The course offers a referral until the plan was re-assessed after the last session.
void add_trend(const Plan& plan, const PlanProgress& progress, std::vector<Line>& lines) {
    if (progress.trend && !was_reviewed_since(plan, progress.last_session)) {
        lines.push_back(
            {plan.client,
             progress.last_session,
             progress.trend->what + "; consider a referral (" + plan.id.str() + ")",
             "praxis referral new " + plan.client.str() + " --complaint " + plan.complaint.str() +
                 " --to PROVIDER --reason \"...\""}
        );
    }
}

std::string absence_text(const Plan& plan, const PlanProgress& progress, Date today) {
    const auto from = progress.last_session.value_or(plan.began.civil().date);
    const auto days = static_cast<int>((today.days() - from.days()).count());
    auto text = progress.last_session
                    ? "not seen for " + days_text(days)
                    : "no session since the plan began " + days_text(days) + " ago";
    if (progress.next_visit_is_named) {
        return text + ", next visit was named for " + progress.next_visit->iso();
    }
    return text + ", planned " + frequency_text(*phase_of(plan).frequency);
}

void add_absence(
    const Plan& plan, const PlanProgress& progress, Date today, std::vector<Line>& lines
) {
    const bool all_done = progress.planned && progress.done >= *progress.planned;
    if (all_done || !progress.next_visit || *progress.next_visit >= today) {
        return;
    }
    lines.push_back(
        {plan.client,
         progress.next_visit,
         absence_text(plan, progress, today),
         "praxis recall list --client " + plan.client.str()}
    );
}

std::vector<Line> lines_of_plans(Session& session, const std::vector<Plan>& plans) {
    std::vector<Line> lines;
    if (plans.empty()) {
        return lines;
    }
    const auto rules = load_rules(session);
    const auto today = session.today();
    auto sessions = sessions_of_open_plans(session.db());
    for (const auto& plan : plans) {
        if (plan.state == "on-hold") {
            lines.push_back(line_on_hold(plan));
            continue;
        }
        const auto progress = progress_of(plan, sessions[plan.id.number], rules, today);
        add_review(plan, progress, lines);
        add_trend(plan, progress, lines);
        add_absence(plan, progress, today, lines);
    }
    return lines;
}

void add_named_day(const NamedDay& named, Date today, std::vector<Line>& lines) {
    if (named.next_visit && *named.next_visit < today &&
        *named.next_visit >= today.plus_days(-most_days_late)) {
        lines.push_back(
            {named.client,
             named.next_visit,
             "not seen since " + named.session.iso() + ", next visit was named for " +
                 named.next_visit->iso(),
             "praxis recall list --client " + named.client.str()}
        );
    }
    if (named.review_on) {
        lines.push_back(
            {named.client,
             named.review_on,
             "review of the treatment, named in " + named.note.str(),
             "praxis plan new " + named.client.str() + " --relief \"6 every 2 weeks\""}
        );
    }
}

/// Days that the last notes of clients name who have no plan, and were not discharged since.
void add_named_days(Session& session, const std::vector<Plan>& plans, std::vector<Line>& lines) {
    std::set<ClientId> planned;
    for (const auto& plan : plans) {
        planned.insert(plan.client);
    }
    const auto discharged = discharges(session.db());
    const auto since = session.now() - std::chrono::days{days_looked_at};
    for (const auto& named : named_days(session.db(), since)) {
        const auto ended = discharged.find(named.client);
        const bool has_ended = ended != discharged.end() && ended->second >= named.session;
        if (!has_ended && !planned.contains(named.client)) {
            add_named_day(named, session.today(), lines);
        }
    }
}

void add_goals(Session& session, std::vector<Line>& lines) {
    for (const auto& goal : goals_with_a_day(session.db())) {
        lines.push_back(
            {goal.client,
             goal.due_on,
             "goal " + goal.id.str() + " to be reached: " + goal.text,
             "praxis goal edit " + goal.id.str() + " --state reached"}
        );
    }
}

std::vector<Todo> list_todos(Session& session) {
    const auto plans = all_plans(session.db(), {.closed_too = false, .archived_too = false});
    auto lines = lines_of_plans(session, plans);
    add_named_days(session, plans, lines);
    add_goals(session, lines);
    const auto names = session.get<clients::Directory>().distinct_names(session, clients_of(lines));
    std::vector<Todo> todos;
    todos.reserve(lines.size());
    auto name = names.begin();
    for (auto& line : lines) {
        todos.push_back({line.due, *name++ + ": " + line.what, std::move(line.command)});
    }
    return todos;
}

} // namespace

TodoSource todo_source() {
    return {.name = "plans", .list = list_todos};
}

} // namespace praxis::plans
