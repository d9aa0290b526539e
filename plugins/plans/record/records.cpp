// SPDX-License-Identifier: MIT
#include "record/records.hpp"

#include "goal/goal.hpp"
#include "plan/plan_json.hpp"
#include "plan/plan_queries.hpp"
#include "record/fhir.hpp"

#include <utility>

namespace praxis::plans {
namespace {

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    if (client) {
        for (const auto& goal : all_goals(session.db(), {.client = client})) {
            take("goals", goal_value(goal));
        }
        for (const auto& plan : all_plans(session.db(), {.client = client})) {
            take("plans", plan_value(plan));
        }
        return;
    }
    for_each_goal(session.db(), [&](const Goal& goal) { take("goals", goal_value(goal)); });
    for_each_plan(session.db(), [&](const Plan& plan) { take("plans", plan_value(plan)); });
}

/// A referral's bundle holds those of its complaint.
std::vector<Value> as_fhir(Session& session, const FhirRequest& request) {
    std::vector<Value> resources;
    const auto goals =
        all_goals(session.db(), {.client = request.client, .complaint = request.complaint});
    for (const auto& goal : goals) {
        resources.push_back(goal_resource(session, goal));
    }
    const auto rules = load_rules(session);
    for (const auto& plan :
         all_plans(session.db(), {.client = request.client, .complaint = request.complaint})) {
        auto own = goals;
        std::erase_if(own, [&](const auto& goal) { return goal.complaint != plan.complaint; });
        resources.push_back(care_plan_resource(session, plan, rules, own));
    }
    return resources;
}

} // namespace

RecordMapper record_mapper() {
    return {
        .name = "plans",
        .tables = {"plans_plan", "plans_goal"},
        .kinds = {{"goals"}, {"plans"}},
        .write = write_records,
        .fhir = as_fhir};
}

} // namespace praxis::plans
