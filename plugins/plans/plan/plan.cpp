// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"

#include "plan/plan_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans {
namespace {

std::vector<Hold> open_holds(const Plan& plan, bool of_plan) {
    std::vector<Hold> open;
    for (const auto& hold : plan.holds) {
        if (!hold.ended && hold.what.empty() == of_plan) {
            open.push_back(hold);
        }
    }
    return open;
}

Plan only_plan_of(Session& session, const std::string& words) {
    const auto client = session.get<clients::Directory>().get(session, words).id;
    auto plans = all_plans(session.db(), {.client = client, .closed_too = false});
    if (plans.empty()) {
        throw NotFound(
            client.str() + " has no open plan",
            "praxis plan new " + client.str() + ", or praxis plan list --client " + client.str()
        );
    }
    if (plans.size() > 1) {
        std::vector<std::string> ids;
        for (const auto& plan : plans) {
            ids.push_back(plan.id.str());
        }
        throw Ambiguous(
            client.str() + " has " + std::to_string(plans.size()) +
                " open plans: " + join(ids, ", "),
            "praxis plan list --client " + client.str()
        );
    }
    return std::move(plans.front());
}

} // namespace

const std::vector<std::string>& phase_names() {
    static const std::vector<std::string> names{"relief", "correction", "maintenance"};
    return names;
}

const std::vector<std::string>& decisions() {
    static const std::vector<std::string> names{
        "continue", "change", "next-phase", "refer", "hold", "resume"};
    return names;
}

const std::vector<std::string>& progress_names() {
    static const std::vector<std::string> names{"better", "same", "worse", "mixed"};
    return names;
}

const std::vector<std::string>& closing_reasons() {
    static const std::vector<std::string> names{
        "goals-reached",
        "sessions-done",
        "no-improvement",
        "referred",
        "client-ended",
        "moved-away",
        "other"};
    return names;
}

std::size_t present_phase(const Plan& plan) {
    std::size_t present = 0;
    for (std::size_t i = 1; i < plan.phases.size(); ++i) {
        if (plan.phases[i].began) {
            present = i;
        }
    }
    return present;
}

const Phase& phase_of(const Plan& plan) {
    return plan.phases.at(present_phase(plan));
}

std::string phase_text(const Phase& phase) {
    std::vector<std::string> parts;
    if (phase.sessions) {
        parts.push_back(
            std::to_string(*phase.sessions) + (*phase.sessions == 1 ? " session" : " sessions")
        );
    }
    if (phase.frequency) {
        parts.push_back(frequency_text(*phase.frequency));
    }
    return join(parts, ", ");
}

std::vector<Hold> holds_of_plan(const Plan& plan) {
    return open_holds(plan, true);
}

std::vector<Hold> suspended_parts(const Plan& plan) {
    return open_holds(plan, false);
}

std::string hold_limit(const Hold& hold) {
    return (hold.referral.empty() ? "" : "until " + hold.referral + " is answered, ") + "since " +
           hold.began.civil().date.iso();
}

void add_hold(Plan& plan, Hold hold) {
    if (hold.what.empty()) {
        plan.state = "on-hold";
    }
    plan.holds.push_back(std::move(hold));
}

Plan get_plan(Session& session, PlanId id) {
    auto plan = find_plan(session.db(), id);
    if (!plan) {
        throw NotFound("there is no plan " + id.str(), "praxis plan list");
    }
    session.log_access(plan->id.str());
    session.log_access(plan->client.str());
    return *std::move(plan);
}

Plan get_plan(Session& session, const std::string& plan_or_client) {
    if (const auto id = PlanId::parse(trim(plan_or_client))) {
        return get_plan(session, *id);
    }
    auto plan = only_plan_of(session, plan_or_client);
    session.log_access(plan.id.str());
    return plan;
}

void check_is_not_closed(const Plan& plan) {
    if (plan.state == "closed") {
        throw Refused(
            plan.id.str() + " was closed on " + plan.closed->civil().date.iso(),
            "praxis plan close " + plan.id.str() + " --undo reopens it"
        );
    }
}

} // namespace praxis::plans
