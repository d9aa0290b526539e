// SPDX-License-Identifier: MIT
#include "homecare/fhir.hpp"

#include "homecare/home_care.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans::home {

namespace {

using Object = Value::Object;

Value period_of(const HomeCare& row) {
    Value period = Object{{"start", row.first_day.iso()}};
    if (const auto end = row.ended_on ? row.ended_on : row.last_day) {
        period["end"] = end->iso();
    }
    return period;
}

Value activity_of(const HomeCare& row) {
    const auto dose = dose_text(row.dose());
    Value detail = Object{
        {"code", fhir::text_element(row.name)},
        {"status", row.ended_on ? "completed" : "in-progress"},
        {"scheduledPeriod", period_of(row)}};
    const auto steps = join(row.content.texts_at("steps"), " ");
    detail["description"] = dose.empty() ? steps : dose + ". " + steps;
    if (row.ended_on) {
        detail["statusReason"] = fhir::text_element(row.end_reason);
    }
    return Object{{"detail", std::move(detail)}};
}

Value care_plan_of(const std::vector<HomeCare>& items, const clients::Client& client) {
    const bool current = std::any_of(items.begin(), items.end(), [](const HomeCare& item) {
        return !item.ended_on;
    });
    auto plan = fhir::resource("CarePlan", fhir::derived_uuid(client.uuid + "/home-care"));
    plan["status"] = current ? "active" : "completed";
    plan["intent"] = "plan";
    plan["title"] = "Home care";
    plan["subject"] = fhir::reference(client.uuid, client.full_name);
    plan["created"] = items.front().first_day.iso();
    Value::Array activities;
    for (const auto& item : items) {
        activities.push_back(activity_of(item));
    }
    plan["activity"] = std::move(activities);
    return plan;
}

Value response_of(const HomeCare& row, const clients::Client& client) {
    auto response = fhir::resource("QuestionnaireResponse", row.uuid);
    response["status"] = "completed";
    response["subject"] = fhir::reference(client.uuid, client.full_name);
    response["authored"] = row.made.iso();
    Value::Array items;
    const auto* const answers = row.content.find("answers");
    for (const auto& answer : answers == nullptr ? Value::Array{} : answers->as_array()) {
        Value item = Object{{"linkId", answer.text_at("id")}, {"text", answer.text_at("ask")}};
        if (const auto given = answer.text_at("answer"); given != "unknown") {
            item["answer"] = fhir::list_of(Object{{"valueBoolean", given == "yes"}});
        }
        items.push_back(std::move(item));
    }
    if (!items.empty()) {
        response["item"] = std::move(items);
    }
    return response;
}

} // namespace

std::vector<Value> home_care_resources(Session& session, const FhirRequest& request) {
    std::vector<Value> resources;
    if (request.referral) {
        return resources;
    }
    const auto client = session.get<clients::Directory>().get(session, request.client);
    const auto items = all_home_care(session.db(), request.client, Kind::item);
    if (!items.empty()) {
        resources.push_back(care_plan_of(items, client));
    }
    for (const auto& row : all_home_care(session.db(), request.client, Kind::checklist)) {
        resources.push_back(response_of(row, client));
    }
    return resources;
}

} // namespace praxis::plans::home
