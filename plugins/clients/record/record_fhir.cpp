// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "record/patient_fhir.hpp"
#include "record/records.hpp"

#include <praxis/body.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

using namespace fhir;
using Object = Value::Object;

Value clinical_status(const char* system, std::string_view code) {
    return codeable_concept(coding(hl7_system(system), code));
}

Value condition_of(const ConditionRow& row, const std::string& patient) {
    auto condition = resource("Condition", row.uuid);
    condition["clinicalStatus"] =
        clinical_status("condition-clinical", row.status == "active" ? "active" : "inactive");
    condition["category"] = list_of(codeable_concept(
        coding(hl7_system("condition-category"), "problem-list-item", "Problem List Item")
    ));
    condition["code"] = text_element(row.name);
    if (row.code) {
        condition["code"]["coding"] =
            list_of(coding("http://hl7.org/fhir/sid/icd-10-cm", *row.code));
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
        condition["note"].push_back(text_element("Reported as diagnosed by " + *row.diagnosed_by));
    }
    if (row.note) {
        condition["note"].push_back(text_element(*row.note));
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
        list_of(Object{{"type", text_element("complaint number")}, {"value", row.id.str()}});
    condition["clinicalStatus"] = clinical_status("condition-clinical", complaint_status(row));
    condition["category"] = list_of(Object{
        {"coding",
         list_of(coding(
             "http://hl7.org/fhir/us/core/CodeSystem/condition-category",
             "health-concern",
             "Health Concern"
         ))},
        {"text", "complaint"}});
    condition["code"] = text_element(title_of(row));
    if (row.region) {
        condition["bodySite"] =
            list_of(text_element(region_with_side(*row.region, row.side.value_or(""))));
    }
    condition["subject"] = reference(patient);
    if (row.onset) {
        condition["onsetDateTime"] = *row.onset;
    }
    if (row.closed_on && row.closing_reason == "resolved") {
        condition["abatementDateTime"] = row.closed_on->iso();
    }
    condition["recordedDate"] = row.added.iso();
    condition["asserter"] = reference(patient);
    const auto remark = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) {
            condition["note"].push_back(text_element(label + ": " + text));
        }
    };
    remark("In the client's words", row.text.value_or(""));
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
    allergy["code"] = text_element(row.substance);
    allergy["patient"] = reference(patient);
    allergy["recordedDate"] = row.added.iso();
    allergy["asserter"] = reference(patient);
    if (row.reaction) {
        Value reaction = Object{{"manifestation", list_of(text_element(*row.reaction))}};
        if (row.severity) {
            reaction["severity"] = *row.severity;
        }
        allergy["reaction"] = list_of(std::move(reaction));
    } else if (row.severity) {
        allergy["note"] = list_of(text_element("Severity of the reaction: " + *row.severity));
    }
    return allergy;
}

Value medication_of(const MedicationRow& row, const std::string& patient, Date today) {
    auto medication = resource("MedicationStatement", row.uuid);
    medication["status"] = is_current(row, today) ? "active" : "completed";
    medication["medicationCodeableConcept"] = text_element(row.name);
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
        medication["reasonCode"] = list_of(text_element(*row.reason));
    }
    if (row.kind) {
        medication["note"] = list_of(text_element("Kind: " + *row.kind));
    }
    if (row.dose) {
        medication["dosage"] = list_of(text_element(*row.dose));
    }
    return medication;
}

Value consent_of(
    Session& session, const ConsentRow& row, bool is_active, const std::string& patient
) {
    auto consent = resource("Consent", row.uuid);
    consent["status"] = is_active ? "active" : "inactive";
    consent["scope"] = codeable_concept(coding(hl7_system("consentscope"), "patient-privacy"));
    consent["category"] = list_of(codeable_concept(coding(hl7_system("v3-ActCode"), "IDSCL")));
    consent["patient"] = reference(patient);
    consent["dateTime"] = row.given_on.iso();
    if (row.given_by == "client") {
        consent["performer"] = list_of(reference(patient));
    } else {
        consent["performer"] = list_of(Object{{"display", "guardian"}});
    }
    consent["organization"] = list_of(reference(session.practice().uuid));
    consent["policyRule"] = codeable_concept(coding(hl7_system("v3-ActCode"), "OPTIN"));
    if (row.scope) {
        consent["policyRule"]["text"] = *row.scope;
    }
    Value period = Object{{"start", row.given_on.iso()}};
    if (row.withdrawn_on || row.expires_on) {
        period["end"] = row.withdrawn_on.value_or(row.expires_on.value_or(Date{})).iso();
    }
    consent["provision"] = Object{{"type", "permit"}, {"period", std::move(period)}};
    if (row.recipient) {
        consent["provision"]["actor"] = list_of(Object{
            {"role",
             codeable_concept(
                 coding(hl7_system("v3-ParticipationType"), "IRCP", "information recipient")
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
    for (const auto& condition : Conditions::all(db, client.id)) {
        resources.push_back(condition_of(condition, client.uuid));
    }
    for (const auto& allergy : Allergies::all(db, client.id)) {
        resources.push_back(allergy_of(allergy, client.uuid));
    }
    for (const auto& medication : Medications::all(db, client.id)) {
        if (!is_referral || is_current(medication, today)) {
            resources.push_back(medication_of(medication, client.uuid, today));
        }
    }
    const auto consents = consents_of(db, client.id);
    for (const auto& consent : is_referral ? valid_share_consents(consents, today) : consents) {
        if (consent.kind == "share") {
            const bool is_active = effective_state(consents, consent, today) == "valid";
            resources.push_back(consent_of(session, consent, is_active, client.uuid));
        }
    }
    return resources;
}

} // namespace praxis::clients
