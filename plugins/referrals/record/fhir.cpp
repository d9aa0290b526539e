// SPDX-License-Identifier: MIT
#include "record/fhir.hpp"

#include "fields.hpp"
#include "letter/profile.hpp"
#include "record/fhir_parts.hpp"
#include "reply/reply.hpp"
#include "steps/taking.hpp"

#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::referrals {
namespace {

using namespace fhir;
using Object = Value::Object;

/// Whether the resource's event happened, or was recorded, after that day.
bool is_later_than(const Value& resource, Date day) {
    std::vector<std::string> times;
    for (const auto* member :
         {"recordedDate", "effectiveDateTime", "performedDateTime", "dateAsserted"}) {
        times.push_back(resource.text_at(member));
    }
    if (const auto* period = resource.find("performedPeriod")) {
        times.push_back(period->text_at("start"));
    }
    return std::any_of(times.begin(), times.end(), [&](const std::string& time) {
        return time.size() >= 10 && time.substr(0, 10) > day.iso();
    });
}

bool has_category(const Value& resource, const std::string& code) {
    const auto* categories = resource.find("category");
    if (categories == nullptr || !categories->is_array()) {
        return false;
    }
    for (const auto& category : categories->as_array()) {
        const auto* codings = category.find("coding");
        if (codings == nullptr || !codings->is_array()) {
            continue;
        }
        for (const auto& known : codings->as_array()) {
            if (known.text_at("code") == code) {
                return true;
            }
        }
    }
    return false;
}

/// The part of the letter that covers the resource; empty for none.
std::string part_of(const Value& resource, const std::string& complaint) {
    static const std::map<std::string, std::string> parts{
        {"AllergyIntolerance", "allergies"},
        {"MedicationStatement", "medications"},
        {"Observation", "progress"},
        {"Procedure", "treatment"}};
    const auto type = resource.text_at("resourceType");
    if (type == "Condition") {
        if (resource.text_at("id") == complaint) {
            return "complaint";
        }
        return has_category(resource, "problem-list-item") ? "problems" : "";
    }
    const auto part = parts.find(type);
    return part == parts.end() ? std::string{} : part->second;
}

/// References to other plugins' resources, by the part of the letter that covers them. A letter
/// that was sent refers to nothing later than itself.
std::map<std::string, Value::Array> entries_of(Session& session, const Referral& referral) {
    const auto sent = find_letter(session.db(), referral.id);
    const auto complaint =
        referral.complaint
            ? session.get<clients::Directory>().get_complaint(session, *referral.complaint).uuid
            : std::string{};
    std::map<std::string, Value::Array> entries;
    entries["reason"].push_back(reference(referral.uuid));
    for (const auto* mapper : session.all<RecordMapper>().items) {
        if (!mapper->fhir) {
            continue;
        }
        for (const auto& resource : mapper->fhir(
                 session,
                 {.client = referral.client,
                 .referral = referral.id,
                 .complaint = referral.complaint}
             )) {
            const auto part = part_of(resource, complaint);
            if (!part.empty() && !(sent && is_later_than(resource, sent->sent_on))) {
                entries[part].push_back(reference(resource.text_at("id")));
            }
        }
    }
    return entries;
}

Value section_of(const LetterPart& part, std::map<std::string, Value::Array>& entries) {
    Value section = Object{{"title", part.title}};
    if (!part.loinc.empty()) {
        section["code"] = codeable_concept(coding(loinc, part.loinc), part.title);
    }
    section["text"] = narrative("generated", part.blocks);
    if (auto found = entries.find(part.name); found != entries.end()) {
        section["entry"] = std::move(found->second);
    }
    return section;
}

std::string composition_status(const Referral& referral) {
    const auto& state = referral.state;
    if (state == "void") {
        return "entered-in-error";
    }
    const bool is_sent =
        is_incoming(referral) ? state == "closed" : state != "draft" && state != "ready";
    return is_sent ? "final" : "preliminary";
}

/// Who asks and who does the work: of an incoming referral the provider asks, the user works.
struct Sides {
    Value requester;
    Value performers;
};

Sides sides_of(const Referral& referral, const Provider& provider, const User& user) {
    auto own = reference(user.uuid, user.name);
    auto other = reference(provider.uuid, provider.name);
    if (is_incoming(referral)) {
        return {std::move(other), list_of(std::move(own))};
    }
    Sides sides{std::move(own), list_of(std::move(other))};
    if (provider.organisation) {
        sides.performers.push_back(
            reference(role_uuid(provider), provider.name + ", " + *provider.organisation)
        );
    }
    return sides;
}

Value code_of(
    const Referral& referral, const Profile& profile, const Provider& provider, const User& user
) {
    if (is_incoming(referral)) {
        return text_element(
            user.profession.empty() ? "Referral" : "Referral to " + user.profession
        );
    }
    return concept_of(
        snomed, profile.service(), "Referral to " + display_name(provider.profession)
    );
}

Value request_of(Session& session, const Referral& referral, const Provider& provider) {
    const auto profile = load_profile(session, provider.profession);
    const auto client = session.get<clients::Directory>().get(session, referral.client);
    const auto referrer = get_user(session.db(), referral.referrer);
    const auto type = profile.type(referral.type);
    auto sides = sides_of(referral, provider, referrer);
    Value request = Object{
        {"resourceType", "ServiceRequest"},
        {"id", referral.uuid},
        {"identifier", list_of(identifier(url_of(session.practice().uuid), referral.id.str()))},
        {"status", service_request_status(referral.state)},
        {"intent", "order"},
        {"category", list_of(concept_of(snomed, type.category, type.label))},
        {"priority", referral.urgency},
        {"code", code_of(referral, profile, provider, referrer)},
        {"subject", reference(client.uuid, client.full_name)},
        {"occurrencePeriod",
         Object{{"end", referral.valid_until.value_or(referral.reply_by).iso()}}},
        {"authoredOn", referral.created.iso()},
        {"requester", std::move(sides.requester)},
        {"reasonCode", list_of(text_element(referral.reason))}};
    request["performer"] = std::move(sides.performers);
    if (referral.reference) {
        request["identifier"].push_back(Object{{"value", *referral.reference}});
    }
    if (referral.sessions) {
        request["quantityQuantity"] = Object{{"value", *referral.sessions}, {"unit", "sessions"}};
    }
    if (referral.complaint) {
        const auto complaint =
            session.get<clients::Directory>().get_complaint(session, *referral.complaint);
        request["reasonReference"] = list_of(reference(complaint.uuid, complaint.title));
    }
    if (referral.precautions) {
        request["note"] = list_of(text_element("Precautions: " + *referral.precautions));
    }
    return request;
}

Value consult_note() {
    return codeable_concept(coding(loinc, "11488-4", "Consult note"), "Report to the referrer");
}

/// source  BSeR (HL7 FHIR R4): the feedback is an output of the Task
Value outputs_of(const std::vector<Reply>& replies) {
    Value::Array outputs;
    for (const auto& reply : replies) {
        outputs.emplace_back(Object{
            {"type", consult_note()}, {"valueReference", reference(reply.uuid, title_of(reply))}});
    }
    return outputs;
}

Value report_of(
    Session& session, const Referral& referral, const Provider& provider, const Reply& reply
) {
    const auto client = session.get<clients::Directory>().get(session, referral.client);
    auto report = resource("DiagnosticReport", reply.uuid);
    report["text"] = narrative("generated", {Paragraph{title_of(reply)}, facts_of(reply)});
    report["basedOn"] = list_of(reference(referral.uuid));
    report["status"] = reply.kind == "final" ? "final" : "preliminary";
    report["code"] = consult_note();
    report["subject"] = reference(client.uuid, client.full_name);
    report["effectiveDateTime"] = reply.dated_on.value_or(reply.received_on).iso();
    report["issued"] = reply.recorded.iso();
    report["performer"] = list_of(
        reply.author == provider.name ? reference(provider.uuid, reply.author)
                                      : Value{Value::Object{{"display", reply.author}}}
    );
    if (const auto& diagnosis =
            reply.final_diagnosis ? reply.final_diagnosis : reply.presumed_diagnosis) {
        report["conclusion"] = *diagnosis;
    }
    return report;
}

Value task_of(
    Session& session,
    const Referral& referral,
    const Provider& provider,
    const std::vector<Reply>& replies
) {
    const auto client = session.get<clients::Directory>().get(session, referral.client);
    const auto referrer = get_user(session.db(), referral.referrer);
    const auto events = all_events(session.db(), referral.id);
    auto sides = sides_of(referral, provider, referrer);
    Value task = Object{
        {"resourceType", "Task"},
        {"id", part_uuid(referral.uuid, "task")},
        {"basedOn", list_of(reference(referral.uuid))},
        {"status", task_status(standing_of(session.db(), referral))},
        {"businessStatus", text_element(display_name(referral.state))},
        {"intent", "order"},
        {"priority", referral.urgency},
        {"code",
         codeable_concept(
             coding(
                 "http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request"
             ),
             "Referral"
         )},
        {"description", "Answer the question of the referral and report back"},
        {"focus", reference(referral.uuid)},
        {"for", reference(client.uuid, client.full_name)},
        {"authoredOn", referral.created.iso()},
        {"lastModified", events.empty() ? referral.created.iso() : events.back().at.iso()},
        {"requester", std::move(sides.requester)},
        {"owner", sides.performers.as_array().front()},
        {"restriction", Object{{"period", Object{{"end", referral.reply_by.iso()}}}}}};
    if (!replies.empty()) {
        task["output"] = outputs_of(replies);
    }
    return task;
}

} // namespace

std::vector<Value> referral_resources(Session& session, const Referral& referral) {
    const auto provider = get_provider(session.db(), referral.provider);
    const auto replies = all_replies(session.db(), referral.id);
    std::vector<Value> resources{
        request_of(session, referral, provider), task_of(session, referral, provider, replies)};
    for (const auto& reply : replies) {
        resources.push_back(report_of(session, referral, provider, reply));
    }
    return resources;
}

Value composition_resource(
    Session& session, const Referral& referral, const WrittenLetter& letter
) {
    const auto client = session.get<clients::Directory>().get(session, referral.client);
    const auto referrer = get_user(session.db(), referral.referrer);
    auto entries = entries_of(session, referral);
    Value::Array sections;
    for (const auto& part : letter.parts) {
        sections.push_back(section_of(part, entries));
    }
    return Object{
        {"resourceType", "Composition"},
        {"id", part_uuid(referral.uuid, is_incoming(referral) ? "report" : "letter")},
        {"language", letter.document.language},
        {"status", composition_status(referral)},
        {"type",
         is_incoming(referral)
             ? consult_note()
             : codeable_concept(coding(loinc, "57133-1", "Referral note"), "Referral letter")},
        {"subject", reference(client.uuid, client.full_name)},
        {"date", letter.document.created.iso()},
        {"author", list_of(reference(referrer.uuid, referrer.name))},
        {"title", letter.document.title + " " + referral.id.str()},
        {"custodian", reference(session.practice().uuid, session.practice().name)},
        {"section", std::move(sections)}};
}

} // namespace praxis::referrals
