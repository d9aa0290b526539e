// SPDX-License-Identifier: MIT
#include "record/fhir.hpp"

#include "plan/technique_line.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <string>
#include <utility>

namespace praxis::plans {
namespace {

using namespace fhir;
using Object = Value::Object;

constexpr std::string_view achievement = "http://terminology.hl7.org/CodeSystem/goal-achievement";

std::string status_of(const Plan& plan) {
    if (plan.state == "on-hold") {
        return "on-hold";
    }
    if (plan.state == "open") {
        return "active";
    }
    const auto& reason = plan.closing->reason;
    return reason == "goals-reached" || reason == "sessions-done" ? "completed" : "revoked";
}

/// "6 sessions, every 1 to 2 weeks" as Timing: how often in a period of days.
std::optional<Value> timing_of(const Plan& plan) {
    const auto& phase = phase_of(plan);
    if (!phase.frequency) {
        return std::nullopt;
    }
    Value repeat =
        Object{{"frequency", 1}, {"period", phase.frequency->days_least}, {"periodUnit", "d"}};
    if (phase.frequency->days_most > phase.frequency->days_least) {
        repeat["periodMax"] = phase.frequency->days_most;
    }
    if (phase.sessions) {
        repeat["count"] = *phase.sessions;
    }
    return Object{{"repeat", std::move(repeat)}};
}

Value activity_of(const Plan& plan, const TechniqueLine& line, const PlanRules& rules) {
    Value detail = Object{
        {"kind", "ServiceRequest"},
        {"code", text_element(line.technique)},
        {"status",
         plan.state == "on-hold"  ? "on-hold"
         : plan.state == "closed" ? "completed"
                                  : "in-progress"}};
    if (auto timing = timing_of(plan)) {
        detail["scheduledTiming"] = *std::move(timing);
    }
    detail["description"] = technique_text(line, rules);
    return Object{{"detail", std::move(detail)}};
}

Value notes_of(const Plan& plan) {
    Value::Array notes;
    const auto add = [&](const std::string& text) { notes.push_back(text_element(text)); };
    for (const auto& phase : plan.phases) {
        add("Phase " + phase.name + ": " + phase_text(phase));
    }
    for (const auto& hold : holds_of_plan(plan)) {
        add("On hold " + hold_limit(hold) + ": " + hold.reason);
    }
    for (const auto& hold : suspended_parts(plan)) {
        add("Suspended " + hold_limit(hold) + ": " + hold.what);
    }
    for (const auto& review : plan.reviews) {
        add("Re-assessed on " + review.at.civil().date.iso() + ": " + review.decision +
            (review.text.empty() ? "" : "; " + review.text));
    }
    if (plan.remark) {
        add(*plan.remark);
    }
    return notes;
}

Value contributors_of(const Plan& plan) {
    Value::Array others;
    for (const auto& other : plan.shared_care) {
        others.push_back(Object{
            {"display", other.who + (other.part.empty() ? "" : ": " + other.part)}});
    }
    return others;
}

void add_activities(Value& resource, const Plan& plan, const PlanRules& rules) {
    Value::Array activities;
    for (const auto& line : plan.techniques) {
        activities.push_back(activity_of(plan, line, rules));
    }
    if (!activities.empty()) {
        resource["activity"] = std::move(activities);
    }
}

void add_goals(Value& resource, const std::vector<Goal>& goals) {
    Value::Array references;
    for (const auto& goal : goals) {
        references.push_back(reference(goal.uuid, goal.text));
    }
    if (!references.empty()) {
        resource["goal"] = std::move(references);
    }
}

Value target_of(const Goal& goal) {
    Value target = Object{};
    if (goal.measure) {
        target["measure"] = text_element(*goal.measure);
    }
    if (goal.target) {
        Value quantity = Object{{"value", *goal.target}};
        if (goal.unit) {
            quantity["unit"] = *goal.unit;
        }
        target["detailQuantity"] = std::move(quantity);
    }
    if (goal.due_on) {
        target["dueDate"] = goal.due_on->iso();
    }
    return target;
}

} // namespace

Value care_plan_resource(
    Session& session, const Plan& plan, const PlanRules& rules, const std::vector<Goal>& goals
) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, plan.client);
    const auto complaint = directory.get_complaint(session, plan.complaint);
    auto resource = fhir::resource("CarePlan", plan.uuid);
    resource["identifier"] = list_of(identifier(url_of(session.practice().uuid), plan.id.str()));
    resource["status"] = status_of(plan);
    resource["intent"] = "plan";
    resource["title"] = "Massage therapy plan " + plan.id.str();
    resource["subject"] = reference(client.uuid, client.full_name);
    Value period = Object{{"start", plan.began.iso()}};
    if (plan.closed) {
        period["end"] = plan.closed->iso();
    }
    resource["period"] = std::move(period);
    resource["created"] = plan.created.iso();
    if (auto others = contributors_of(plan); !others.as_array().empty()) {
        resource["contributor"] = std::move(others);
    }
    resource["addresses"] = list_of(reference(complaint.uuid, complaint.title));
    add_goals(resource, goals);
    add_activities(resource, plan, rules);
    resource["note"] = notes_of(plan);
    return resource;
}

Value goal_resource(Session& session, const Goal& goal) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, goal.client);
    const auto complaint = directory.get_complaint(session, goal.complaint);
    auto resource = fhir::resource("Goal", goal.uuid);
    resource["identifier"] = list_of(identifier(url_of(session.practice().uuid), goal.id.str()));
    resource["lifecycleStatus"] = goal.state == "open"      ? "active"
                                  : goal.state == "reached" ? "completed"
                                                            : "cancelled";
    if (goal.state == "reached") {
        resource["achievementStatus"] =
            codeable_concept(coding(achievement, "achieved", "Achieved"));
    }
    resource["description"] = text_element(goal.text);
    resource["subject"] = reference(client.uuid, client.full_name);
    resource["startDate"] = goal.created.civil().date.iso();
    if (auto target = target_of(goal); !target.as_object().empty()) {
        resource["target"] = list_of(std::move(target));
    }
    if (goal.ended_on) {
        resource["statusDate"] = goal.ended_on->iso();
    }
    resource["addresses"] = list_of(reference(complaint.uuid, complaint.title));
    if (goal.remark) {
        resource["note"] = list_of(text_element(*goal.remark));
    }
    return resource;
}

} // namespace praxis::plans
