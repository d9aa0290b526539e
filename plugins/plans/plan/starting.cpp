// SPDX-License-Identifier: MIT
#include "plan/starting.hpp"

#include "goal/goal.hpp"
#include "plan/plan_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans {
namespace {

void add_goal(Session& session, const clients::Complaint& complaint, const std::string& text) {
    Goal goal;
    goal.uuid = session.new_uuid();
    goal.client = complaint.client;
    goal.complaint = complaint.id;
    goal.text = text;
    goal.created = session.civil_now();
    const auto id = insert_goal(session.db(), goal);
    session.report(
        id.str() + ": " + text + ". Make it measurable: praxis goal edit " + id.str() +
        " --measure \"...\" --from N --target N"
    );
}

} // namespace

void check_can_be_planned(Session& session, const clients::Complaint& complaint) {
    const auto id = complaint.id.str();
    if (complaint.causes.empty()) {
        throw Refused(
            id + " has no cause on record. A plan needs one; \"unknown\" is one",
            "praxis complaint edit " + id + " --cause unknown"
        );
    }
    const auto open = all_plans(session.db(), {.complaint = complaint.id, .closed_too = false});
    if (!open.empty()) {
        const auto plan = open.front().id.str();
        throw Refused(
            id + " already has the plan " + plan,
            "praxis plan edit " + plan + ", or praxis plan close " + plan
        );
    }
}

void add_goals(
    Session& session, const clients::Complaint& complaint, const std::vector<std::string>& texts
) {
    auto wanted = split(complaint.goal, '\n');
    wanted.insert(wanted.end(), texts.begin(), texts.end());
    std::vector<std::string> known;
    for (const auto& goal : all_goals(session.db(), {.complaint = complaint.id})) {
        known.push_back(fold(goal.text));
    }
    for (const auto& text : wanted) {
        const auto goal = trim(text);
        if (goal.empty() || std::find(known.begin(), known.end(), fold(goal)) != known.end()) {
            continue;
        }
        add_goal(session, complaint, goal);
        known.push_back(fold(goal));
    }
    if (known.empty()) {
        session.report(
            complaint.id.str() + " has no goal yet: praxis goal add " + complaint.id.str() +
            " \"sit through a working day\""
        );
    }
}

} // namespace praxis::plans
