// SPDX-License-Identifier: MIT
#include "bundle/message.hpp"

#include "record/fhir_parts.hpp"

#include <praxis/error.hpp>
#include <praxis/fhir.hpp>

#include <utility>

namespace praxis::referrals {
namespace {

using namespace fhir;
using Object = Value::Object;

Value header_of(Session& session, const Referral& referral, const Provider& provider) {
    const auto user = get_user(session.db(), referral.referrer);
    const auto& practice = session.practice();
    auto header = resource(
        "MessageHeader",
        part_uuid(referral.uuid, is_incoming(referral) ? "report-message" : "message")
    );
    header["eventCoding"] = coding(hl7_system("v2-0003"), "I12", "REF/RRI - Patient referral");
    header["destination"] = list_of(Object{
        {"name", provider.name},
        {"endpoint", url_of(provider.uuid)},
        {"receiver", reference(provider.uuid, provider.name)}});
    header["sender"] = reference(user.uuid, user.name);
    header["source"] = Object{
        {"name", practice.name}, {"software", "praxis"}, {"endpoint", url_of(practice.uuid)}};
    header["focus"] = list_of(reference(part_uuid(referral.uuid, "task")));
    return header;
}

/// The report is the output of the task.
void add_output(Value& task, const std::string& composition) {
    task["output"] = list_of(Object{
        {"type", codeable_concept(coding(loinc, "11488-4", "Consult note"), "Report")},
        {"valueReference", reference(composition)}});
}

} // namespace

Value message_of(Session& session, const Referral& referral, const Value& document) {
    const auto* const kept = document.find("entry");
    if (kept == nullptr || !kept->is_array()) {
        throw Refused(
            "the FHIR of " + referral.id.str() + " is damaged",
            "praxis referral letter " + referral.id.str() + " --as fhir -o -"
        );
    }
    auto header = header_of(session, referral, get_provider(session.db(), referral.provider));
    const auto header_url = url_of(header.text_at("id"));
    Value::Array entries;
    entries.emplace_back(Object{{"fullUrl", header_url}, {"resource", std::move(header)}});
    std::string composition;
    for (const auto& entry : kept->as_array()) {
        auto copy = entry;
        auto& content = copy["resource"];
        if (content.text_at("resourceType") == "Composition") {
            composition = content.text_at("id");
        }
        if (is_incoming(referral) && content.text_at("id") == part_uuid(referral.uuid, "task")) {
            add_output(content, composition); // a document begins with its Composition
        }
        entries.push_back(std::move(copy));
    }
    return Object{
        {"resourceType", "Bundle"},
        {"id", session.new_uuid()},
        {"type", "message"},
        {"timestamp", session.civil_now().iso()},
        {"entry", std::move(entries)}};
}

} // namespace praxis::referrals
