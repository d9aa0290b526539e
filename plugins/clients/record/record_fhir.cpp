// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "record/records.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>

namespace praxis::clients {
namespace {

using Object = Value::Object;

const std::string terminology = "http://terminology.hl7.org/CodeSystem/";

Value coding(std::string system, std::string_view code, std::string_view display = {}) {
    Object coding{{"system", std::move(system)}, {"code", code}};
    if (!display.empty()) {
        coding.emplace_back("display", display);
    }
    return coding;
}

Value one(Value item) {
    return Value::Array{std::move(item)};
}

Value concept_of(Value coding) {
    return Object{{"coding", one(std::move(coding))}};
}

Value text_concept(const std::string& text) {
    return Object{{"text", text}};
}

Value reference(const std::string& uuid) {
    return Object{{"reference", "urn:uuid:" + uuid}};
}

Value resource(const char* type, const std::string& uuid) {
    return Object{{"resourceType", type}, {"id", uuid}};
}

Value note(const std::string& text) {
    return one(Object{{"text", text}});
}

/// The administrative gender; nothing for words that FHIR's four codes do not hold.
std::optional<std::string> administrative_gender(const std::string& word) {
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
    const auto code = codes.find(fold(word));
    return code == codes.end() ? std::nullopt : std::optional{code->second};
}

void add_names(Value& patient, const ClientRow& client) {
    Value name = Object{{"text", full_name(client)}};
    if (client.family) {
        name["family"] = *client.family;
    }
    if (client.given) {
        name["given"] = one(*client.given);
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
        {"valueCodeableConcept", text_concept(*client.gender)}});
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
    Value relationship = concept_of(std::move(role));
    if (relation) {
        relationship["text"] = *relation;
    }
    Value contact = Object{{"relationship", one(std::move(relationship))}};
    if (name) {
        contact["name"] = Object{{"text", *name}};
    }
    if (phone) {
        contact["telecom"] = one(Object{{"system", "phone"}, {"value", *phone}});
    }
    patient["contact"].push_back(std::move(contact));
}

/// What was asked and is not there has no resource of its own: it is told in the narrative.
void add_narrative(Value& patient, SQLite::Database& db, ClientId client) {
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"condition", "Pre-existing conditions"},
        {"medication", "Medication"},
        {"allergy", "Allergies and intolerances"}};
    std::string lines;
    for (const auto& [kind, label] : kinds) {
        if (const auto answer = find_none_known(db, client, kind)) {
            lines += "<p>" + label + ": none known, asked on " + answer->asked.civil().date.iso() +
                     ".</p>";
        }
    }
    if (!lines.empty()) {
        patient["text"] = Object{
            {"status", "additional"},
            {"div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + lines + "</div>"}};
    }
}

/// As in the letter: the emergency contact stays here, and a guardian matters for a minor only.
void add_contacts(Value& patient, const ClientRow& client, bool is_referral, Date today) {
    if (!is_referral) {
        add_contact(
            patient,
            coding(terminology + "v2-0131", "C", "Emergency Contact"),
            client.emergency_name,
            client.emergency_relation,
            client.emergency_phone
        );
    }
    if (!is_referral || is_minor(client, today)) {
        add_contact(
            patient,
            coding(terminology + "v3-RoleCode", "GUARD", "guardian"),
            client.guardian_name,
            client.guardian_relation,
            std::nullopt
        );
    }
}

Value patient_of(Session& session, const ClientRow& client, bool is_referral) {
    auto patient = resource("Patient", client.uuid);
    add_narrative(patient, session.db(), client.id);
    add_gender(patient, client);
    patient["identifier"] = one(Object{
        {"use", "usual"},
        {"type", text_concept("record number")},
        {"value", client.id.str()},
        {"assigner", Object{{"display", session.practice().name}}}});
    patient["active"] = !client.archived.has_value();
    add_names(patient, client);
    if (client.phone) {
        patient["telecom"].push_back(Object{{"system", "phone"}, {"value", *client.phone}});
    }
    if (client.email) {
        patient["telecom"].push_back(Object{{"system", "email"}, {"value", *client.email}});
    }
    if (client.born) {
        patient["birthDate"] = client.born->iso();
    }
    if (client.address) {
        patient["address"] = one(Object{{"use", "home"}, {"text", *client.address}});
    }
    add_contacts(patient, client, is_referral, session.today());
    if (client.language) {
        patient["communication"] = one(Object{
            {"language", concept_of(coding("urn:ietf:bcp:47", *client.language))},
            {"preferred", true}});
    }
    return patient;
}

Value clinical_status(const char* system, std::string_view code) {
    return concept_of(coding(terminology + system, code));
}

Value condition_of(const ConditionRow& row, const std::string& patient) {
    auto condition = resource("Condition", row.uuid);
    condition["clinicalStatus"] =
        clinical_status("condition-clinical", row.status == "active" ? "active" : "inactive");
    condition["category"] = one(concept_of(
        coding(terminology + "condition-category", "problem-list-item", "Problem List Item")
    ));
    condition["code"] = text_concept(row.name);
    if (row.code) {
        condition["code"]["coding"] = one(coding("http://hl7.org/fhir/sid/icd-10-cm", *row.code));
    }
    condition["subject"] = reference(patient);
    if (row.since) {
        condition["onsetDateTime"] = *row.since;
    }
    if (row.until) {
        condition["abatementDateTime"] = *row.until;
    }
    condition["recordedDate"] = row.added.iso();
    condition["asserter"] = reference(patient);
    if (row.diagnosed_by) {
        condition["note"].push_back(Object{
            {"text", "Reported as diagnosed by " + *row.diagnosed_by}});
    }
    if (row.note) {
        condition["note"].push_back(Object{{"text", *row.note}});
    }
    return condition;
}

std::string_view complaint_status(const ComplaintRow& row) {
    if (!row.closed_on) {
        return "active";
    }
    return row.closing_reason == "resolved" ? "resolved" : "inactive";
}

Value complaint_of(const ComplaintRow& row, const std::string& patient) {
    auto condition = resource("Condition", row.uuid);
    condition["identifier"] =
        one(Object{{"type", text_concept("complaint number")}, {"value", row.id.str()}});
    condition["clinicalStatus"] = clinical_status("condition-clinical", complaint_status(row));
    condition["category"] = one(Object{
        {"coding",
         one(coding(
             "http://hl7.org/fhir/us/core/CodeSystem/condition-category",
             "health-concern",
             "Health Concern"
         ))},
        {"text", "complaint"}});
    condition["code"] = text_concept(title_of(row));
    if (row.region) {
        condition["bodySite"] =
            one(text_concept(region_with_side(*row.region, row.side.value_or(""))));
    }
    condition["subject"] = reference(patient);
    if (row.onset) {
        condition["onsetDateTime"] = row.onset->iso();
    }
    if (row.closed_on && row.closing_reason == "resolved") {
        condition["abatementDateTime"] = row.closed_on->iso();
    }
    condition["recordedDate"] = row.added.iso();
    condition["asserter"] = reference(patient);
    const auto remark = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) {
            condition["note"].push_back(Object{{"text", label + ": " + text}});
        }
    };
    remark("Causes", join(row.causes, ", "));
    remark("Onset", row.onset_type.value_or(""));
    remark("Mechanism", row.mechanism.value_or(""));
    remark("Goals", join(row.goals, "; "));
    if (row.closed_on) {
        remark("Closed", row.closed_on->iso() + ", " + row.closing_reason.value_or(""));
    }
    remark("On closing", row.closing_note.value_or(""));
    return condition;
}

Value allergy_of(const AllergyRow& row, const std::string& patient) {
    auto allergy = resource("AllergyIntolerance", row.uuid);
    allergy["clinicalStatus"] = clinical_status("allergyintolerance-clinical", "active");
    allergy["verificationStatus"] =
        clinical_status("allergyintolerance-verification", "unconfirmed");
    if (row.kind) {
        allergy["type"] = *row.kind;
    }
    allergy["code"] = text_concept(row.substance);
    allergy["patient"] = reference(patient);
    allergy["recordedDate"] = row.added.iso();
    allergy["asserter"] = reference(patient);
    if (row.reaction) {
        Value reaction = Object{{"manifestation", one(text_concept(*row.reaction))}};
        if (row.severity) {
            reaction["severity"] = *row.severity;
        }
        allergy["reaction"] = one(std::move(reaction));
    } else if (row.severity) {
        allergy["note"] = note("Severity of the reaction: " + *row.severity);
    }
    return allergy;
}

Value medication_of(const MedicationRow& row, const std::string& patient, Date today) {
    auto medication = resource("MedicationStatement", row.uuid);
    medication["status"] = is_taken(row, today) ? "active" : "completed";
    medication["medicationCodeableConcept"] = text_concept(row.name);
    medication["subject"] = reference(patient);
    if (row.since) {
        medication["effectivePeriod"]["start"] = *row.since;
    }
    if (row.until) {
        medication["effectivePeriod"]["end"] = row.until->iso();
    }
    medication["dateAsserted"] = row.added.iso();
    medication["informationSource"] = reference(patient);
    if (row.reason) {
        medication["reasonCode"] = one(text_concept(*row.reason));
    }
    if (row.kind) {
        medication["note"] = note("Kind: " + *row.kind);
    }
    if (row.dose) {
        medication["dosage"] = one(Object{{"text", *row.dose}});
    }
    return medication;
}

Value consent_of(
    Session& session, const ConsentRow& row, bool is_active, const std::string& patient
) {
    auto consent = resource("Consent", row.uuid);
    consent["status"] = is_active ? "active" : "inactive";
    consent["scope"] = concept_of(coding(terminology + "consentscope", "patient-privacy"));
    consent["category"] = one(concept_of(coding(terminology + "v3-ActCode", "IDSCL")));
    consent["patient"] = reference(patient);
    consent["dateTime"] = row.given_on.iso();
    if (row.given_by == "client") {
        consent["performer"] = one(reference(patient));
    } else {
        consent["performer"] = one(Object{{"display", "guardian"}});
    }
    consent["organization"] = one(reference(session.practice().uuid));
    consent["policyRule"] = concept_of(coding(terminology + "v3-ActCode", "OPTIN"));
    if (row.scope) {
        consent["policyRule"]["text"] = *row.scope;
    }
    Value period = Object{{"start", row.given_on.iso()}};
    if (row.withdrawn_on || row.expires_on) {
        period["end"] = row.withdrawn_on.value_or(row.expires_on.value_or(Date{})).iso();
    }
    consent["provision"] = Object{{"type", "permit"}, {"period", std::move(period)}};
    if (row.recipient) {
        consent["provision"]["actor"] = one(Object{
            {"role",
             concept_of(
                 coding(terminology + "v3-ParticipationType", "IRCP", "information recipient")
             )},
            {"reference", Object{{"display", *row.recipient}}}});
    }
    return consent;
}

} // namespace

std::vector<Value> record_fhir(Session& session, const FhirRequest& request) {
    auto& db = session.db();
    const auto today = session.today();
    const auto client = get_client(db, request.client);
    const bool is_referral = request.referral.has_value();
    std::vector<Value> resources{patient_of(session, client, is_referral)};
    for (const auto& complaint : complaints_of(db, client.id)) {
        const bool is_wanted = request.complaint ? complaint.id == *request.complaint
                                                 : !is_referral || !complaint.closed_on;
        if (is_wanted) {
            resources.push_back(complaint_of(complaint, client.uuid));
        }
    }
    for (const auto& condition : conditions_of(db, client.id)) {
        resources.push_back(condition_of(condition, client.uuid));
    }
    for (const auto& allergy : allergies_of(db, client.id)) {
        resources.push_back(allergy_of(allergy, client.uuid));
    }
    for (const auto& medication : medications_of(db, client.id)) {
        if (!is_referral || is_taken(medication, today)) {
            resources.push_back(medication_of(medication, client.uuid, today));
        }
    }
    const auto consents = consents_of(db, client.id);
    for (const auto& consent : is_referral ? standing_to_share(consents, today) : consents) {
        if (consent.kind == "share") {
            const bool is_active = standing_of(consents, consent, today) == "valid";
            resources.push_back(consent_of(session, consent, is_active, client.uuid));
        }
    }
    return resources;
}

} // namespace praxis::clients
