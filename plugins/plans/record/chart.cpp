// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"
#include "plan/plan_queries.hpp"
#include "plan/plan_view.hpp"
#include "record/records.hpp"

#include <praxis/clients/directory.hpp>

#include <utility>
#include <variant>

namespace praxis::plans {
namespace {

bool is_wanted(const Plan& plan, const ChartRequest& request) {
    if (request.complaint && plan.complaint != *request.complaint) {
        return false;
    }
    if (request.audience != Audience::file) {
        return plan.state != "closed";
    }
    return !request.since || !plan.closed || plan.closed->civil().date >= *request.since;
}

Facts head_of(Session& session, const Plan& plan, bool is_outside) {
    const auto complaint = session.get<clients::Directory>().get_complaint(session, plan.complaint);
    Facts head;
    if (!is_outside) {
        head.items.emplace_back("Plan", plan.id.str() + " (" + plan.state + ")");
    }
    head.items.emplace_back("Complaint", complaint.title);
    return head;
}

ChartPart write_plan(Session& session, const ChartRequest& request) {
    const bool is_outside = request.audience != Audience::file;
    ChartPart part;
    for (auto& plan : all_plans(session.db(), {.client = request.client})) {
        if (!is_wanted(plan, request)) {
            continue;
        }
        auto head = head_of(session, plan, is_outside);
        auto blocks = plan_blocks(view_of(session, std::move(plan)), {is_outside, 3});
        auto& facts = std::get<Facts>(blocks.front()).items;
        facts.insert(facts.begin(), head.items.begin(), head.items.end());
        for (auto& block : blocks) {
            part.blocks.push_back(std::move(block));
        }
    }
    return part;
}

ChartPart write_goals(Session& session, const ChartRequest& request) {
    auto goals =
        all_goals(session.db(), {.client = request.client, .complaint = request.complaint});
    std::erase_if(goals, [&](const auto& goal) {
        return request.since && goal.ended_on && *goal.ended_on < *request.since;
    });
    return {goal_blocks(session, goals, request.audience != Audience::file), {}};
}

} // namespace

ChartSection plan_section() {
    return {.name = "plan", .title = "Plan", .order = 600, .write = write_plan};
}

ChartSection goals_section() {
    return {.name = "goals", .title = "Goals", .order = 610, .write = write_goals};
}

} // namespace praxis::plans
