// SPDX-License-Identifier: MIT
#include "screen/screen_queries.hpp"
#include "screen/screen_records.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

using Object = Value::Object;

/// An answer that is not known has no value.
/// source  HL7 FHIR R4, questionnaireresponse.html: item.answer.value[x]
Value item_of(const AnsweredQuestion& each) {
    Value item = Object{{"linkId", each.id}, {"text", each.ask}};
    if (each.answer != Answer::unknown) {
        Value answer = Object{{"valueBoolean", each.answer == Answer::yes}};
        if (!each.detail.empty()) {
            answer["item"] = fhir::list_of(Object{
                {"linkId", each.id + ".detail"},
                {"text", "Detail"},
                {"answer", fhir::list_of(Object{{"valueString", each.detail}})}});
        }
        item["answer"] = fhir::list_of(std::move(answer));
    }
    return item;
}

Value response_of(const Screen& screen, const clients::Client& client, bool with_private) {
    auto response = fhir::resource("QuestionnaireResponse", screen.uuid);
    response["identifier"] = fhir::identifier("urn:praxis:screen", screen.id.str());
    response["status"] = "completed";
    response["subject"] = fhir::reference(client.uuid, client.full_name);
    response["authored"] = screen.recorded.iso();
    for (const auto& each : screen.answers) {
        if (with_private || !each.is_private) {
            response["item"].push_back(item_of(each));
        }
    }
    return response;
}

/// source  HL7 FHIR R4, flag.html; terminology.hl7.org flag-category: safety, clinical
Value flag_of(const Screen& screen, const Finding& finding, const clients::Client& client) {
    auto flag = fhir::resource("Flag", fhir::derived_uuid(screen.uuid + "/" + finding.id));
    flag["status"] = "active";
    flag["category"] = fhir::list_of(fhir::codeable_concept(
        fhir::coding("http://terminology.hl7.org/CodeSystem/flag-category", "clinical", "Clinical")
    ));
    flag["code"] = fhir::text_element(
        "Red flag: " + finding.label +
        (finding.detail.empty() ? std::string{} : " (" + finding.detail + ")") + ", " +
        std::string{action_id(finding.action)}
    );
    flag["subject"] = fhir::reference(client.uuid, client.full_name);
    flag["period"] = Object{{"start", screen.on.iso()}};
    return flag;
}

void add_flags(
    std::vector<Value>& resources,
    const Screen& screen,
    const clients::Client& client,
    bool with_private
) {
    for (const auto& finding : screen.findings) {
        if (finding.counts && finding.action != Action::record &&
            (with_private || !finding.is_private)) {
            resources.push_back(flag_of(screen, finding, client));
        }
    }
}

std::vector<Screen> wanted_screens(Session& session, const FhirRequest& request) {
    if (!request.referral) {
        return screens_of(session.db(), request.client);
    }
    const auto screen = request.complaint
                            ? newest_screen_of(session.db(), request.client, *request.complaint)
                            : newest_screen(session.db(), request.client, session.today());
    return screen ? std::vector{*screen} : std::vector<Screen>{};
}

} // namespace

std::vector<Value> screens_as_fhir(Session& session, const FhirRequest& request) {
    const auto client = session.get<clients::Directory>().get(session, request.client);
    const bool with_private = !request.referral;
    std::vector<Value> resources;
    const auto screens = wanted_screens(session, request);
    resources.reserve(screens.size());
    for (const auto& screen : screens) {
        resources.push_back(response_of(screen, client, with_private));
    }
    if (!screens.empty()) {
        add_flags(resources, screens.front(), client, with_private);
    }
    return resources;
}

} // namespace praxis::safety
