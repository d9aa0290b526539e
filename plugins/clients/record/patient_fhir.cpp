// SPDX-License-Identifier: MIT
#include "record/patient_fhir.hpp"

#include "client_names.hpp"
#include "health_queries.hpp"

#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <map>

namespace praxis::clients {
namespace {

using namespace fhir;
using Object = Value::Object;

/// The administrative gender; nothing for a term outside FHIR's four codes.
std::optional<std::string> administrative_gender(const std::string& term) {
    static const std::map<std::string, std::string> codes{
        {"female", "female"},
        {"f", "female"},
        {"woman", "female"},
        {"girl", "female"},
        {"male", "male"},
        {"m", "male"},
        {"man", "male"},
        {"boy", "male"},
        {"other", "other"},
        {"non-binary", "other"},
        {"nonbinary", "other"},
        {"unknown", "unknown"},
    };
    const auto code = codes.find(fold(term));
    return code == codes.end() ? std::nullopt : std::optional{code->second};
}

void add_names(Value& patient, const ClientRow& client) {
    Value name = text_element(full_name(client));
    if (client.family) {
        name["family"] = *client.family;
    }
    if (client.given) {
        name["given"] = list_of(*client.given);
    }
    patient["name"].push_back(std::move(name));
    if (client.preferred_name) {
        patient["name"].push_back(Object{{"use", "nickname"}, {"text", *client.preferred_name}});
    }
}

void add_gender(Value& patient, const ClientRow& client) {
    if (!client.gender) {
        return;
    }
    if (const auto code = administrative_gender(*client.gender)) {
        patient["gender"] = *code;
    }
    patient["extension"].push_back(Object{
        {"url", "http://hl7.org/fhir/StructureDefinition/patient-genderIdentity"},
        {"valueCodeableConcept", text_element(*client.gender)}});
}

void add_contact(
    Value& patient,
    Value role,
    const std::optional<std::string>& name,
    const std::optional<std::string>& relation,
    const std::optional<std::string>& phone
) {
    if (!name && !phone) {
        return;
    }
    Value relationship = codeable_concept(std::move(role));
    if (relation) {
        relationship["text"] = *relation;
    }
    Value contact = Object{{"relationship", list_of(std::move(relationship))}};
    if (name) {
        contact["name"] = text_element(*name);
    }
    if (phone) {
        contact["telecom"] = list_of(contact_point("phone", *phone));
    }
    patient["contact"].push_back(std::move(contact));
}

/// The answer "none known" has no resource of its own: the narrative records it.
void add_narrative(Value& patient, SQLite::Database& db, ClientId client) {
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"condition", "Pre-existing conditions"},
        {"medication", "Medication"},
        {"allergy", "Allergies and intolerances"}};
    std::vector<Block> answers;
    for (const auto& [kind, label] : kinds) {
        if (const auto answer = find_none_known(db, client, kind)) {
            answers.emplace_back(Paragraph{
                label + ": none known, asked on " + answer->asked.civil().date.iso() + "."});
        }
    }
    if (!answers.empty()) {
        patient["text"] = narrative("additional", answers);
    }
}

/// FHIR's codes for what kind of number it is; it has none for "other".
std::string contact_use(const std::optional<std::string>& kind) {
    return kind && *kind != "other" ? *kind : "";
}

/// The numbers and addresses in the order to try, with ranks when there are several. Like the
/// letter, a referral has only the first of each.
void add_telecoms(Value& patient, const ClientRow& client, bool is_referral) {
    std::vector<Value> telecoms;
    const auto add = [&](const char* system, const char* fhir_system) {
        for (const auto& contact : contacts_of(client, system)) {
            telecoms.push_back(contact_point(fhir_system, contact.value, contact_use(contact.kind))
            );
            if (is_referral) {
                break;
            }
        }
    };
    if (client.contact_by == "sms" && client.phone) {
        telecoms.push_back(contact_point("sms", *client.phone, contact_use(client.phone_kind)));
    }
    const bool is_by_email = client.contact_by == "email";
    const auto* first = is_by_email ? "email" : "phone";
    const auto* second = is_by_email ? "phone" : "email";
    add(first, first);
    add(second, second);
    std::int64_t rank = 0;
    for (auto& telecom : telecoms) {
        if (telecoms.size() > 1) {
            telecom["rank"] = ++rank;
        }
        patient["telecom"].push_back(std::move(telecom));
    }
}

/// As in the letter: a referral never includes the emergency contact, and a guardian only for a
/// minor.
void add_contacts(Value& patient, const ClientRow& client, bool is_referral, Date today) {
    if (!is_referral) {
        add_contact(
            patient,
            coding(hl7_system("v2-0131"), "C", "Emergency Contact"),
            client.emergency_name,
            client.emergency_relation,
            client.emergency_phone
        );
    }
    if (!is_referral || is_minor(client, today)) {
        add_contact(
            patient,
            coding(hl7_system("v3-RoleCode"), "GUARD", "guardian"),
            client.guardian_name,
            client.guardian_relation,
            std::nullopt
        );
    }
}

} // namespace

Value patient_of(Session& session, const ClientRow& client, bool is_referral) {
    auto patient = resource("Patient", client.uuid);
    add_narrative(patient, session.db(), client.id);
    add_gender(patient, client);
    patient["identifier"] = list_of(Object{
        {"use", "usual"},
        {"type", text_element("record number")},
        {"value", client.id.str()},
        {"assigner", Object{{"display", session.practice().name}}}});
    patient["active"] = !client.archived.has_value();
    add_names(patient, client);
    add_telecoms(patient, client, is_referral);
    if (client.born) {
        patient["birthDate"] = client.born->iso();
    }
    if (client.address) {
        patient["address"] = list_of(Object{{"use", "home"}, {"text", *client.address}});
    }
    add_contacts(patient, client, is_referral, session.today());
    if (client.language) {
        patient["communication"] = list_of(Object{
            {"language", codeable_concept(coding("urn:ietf:bcp:47", *client.language))},
            {"preferred", true}});
    }
    return patient;
}

} // namespace praxis::clients
