// SPDX-License-Identifier: MIT
#include "plan/advice.hpp"
#include "plan/plan_queries.hpp"
#include "plan/progress.hpp"
#include "record/records.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans {
namespace {

constexpr std::size_t most_lines = 3;
constexpr int rank_of_stop = 100;
constexpr int rank_of_plan = 300;
constexpr int rank_of_trend = 310;

/// Short: a line of the brief has room for about 68 columns.
std::string hold_text(const Plan& plan, const Hold& hold) {
    if (hold.what.empty()) {
        return plan.id.str() + " is on hold: " + hold.reason;
    }
    return hold.what +
           (hold.referral.empty() ? " (suspended)" : " (until " + hold.referral + " is answered)");
}

/// "relief, session 4 of 6, every 1 to 2 weeks; re-assess now"
std::string plan_text(Session& session, const Plan& plan, const PlanProgress& progress) {
    const auto& phase = phase_of(plan);
    auto text = phase.name + ", " + counter_text(progress);
    if (phase.frequency) {
        text += ", " + frequency_text(*phase.frequency);
    }
    if (const auto due = progress.review_due) {
        text += "; re-assess " + (*due <= session.today() ? "now" : due->iso());
    }
    return text;
}

void add_plan(
    Session& session, const Plan& plan, const PlanRules& rules, std::vector<BriefLine>& lines
) {
    const auto progress =
        progress_of(plan, sessions_of(session.db(), plan), rules, session.today());
    for (const auto& holds : {holds_of_plan(plan), suspended_parts(plan)}) {
        for (const auto& hold : holds) {
            lines.push_back({rank_of_stop, "STOP", hold_text(plan, hold)});
        }
    }
    lines.push_back({rank_of_plan, "Plan", plan_text(session, plan, progress)});
    for (const auto& text : advice_texts(plan)) {
        lines.push_back({rank_of_plan, "Advice", text});
    }
    if (progress.trend) {
        lines.push_back({rank_of_trend, "Trend", progress.trend->what + ": refer?"});
    }
}

std::vector<BriefLine> lines_of(Session& session, ClientId client) {
    const auto plans = all_plans(session.db(), {.client = client, .closed_too = false});
    std::vector<BriefLine> lines;
    if (plans.empty()) {
        return lines;
    }
    const auto rules = load_rules(session);
    for (const auto& plan : plans) {
        add_plan(session, plan, rules, lines);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& left, const auto& right) {
        return left.rank < right.rank;
    });
    lines.resize(std::min(lines.size(), most_lines));
    return lines;
}

} // namespace

BriefSource brief_source() {
    return {.name = "plan", .lines = lines_of};
}

} // namespace praxis::plans
