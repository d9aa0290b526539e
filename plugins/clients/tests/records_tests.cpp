// SPDX-License-Identifier: MIT
#include "record/records.hpp"
#include "session.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

namespace praxis::clients {
namespace {

/// The value at a dotted path; a number is an index.
const Value& at(const Value& value, const std::string& path) {
    static const Value nothing;
    const Value* here = &value;
    std::size_t begin = 0;
    while (here != nullptr && begin <= path.size()) {
        const auto end = std::min(path.find('.', begin), path.size());
        const auto step = path.substr(begin, end - begin);
        if (here->is_array()) {
            const auto index = std::stoul(step);
            here = index < here->as_array().size() ? &here->as_array()[index] : nullptr;
        } else {
            here = here->find(step);
        }
        begin = end + 1;
    }
    return here == nullptr ? nothing : *here;
}

struct Record : TestSession {
    ClientId client = add(ClientRow{
        .given = "Maria",
        .family = "Lopez",
        .born = day("1984-05-02"),
        .gender = "Woman",
        .emergency_name = "Ana",
        .added = civil_now(),
        .changed = civil_now()});

    std::vector<Value> resources(const std::string& type, const FhirRequest& request) {
        std::vector<Value> found;
        for (auto& resource : record_fhir(*this, request)) {
            if (resource.text_at("resourceType") == type) {
                found.push_back(std::move(resource));
            }
        }
        return found;
    }

    std::vector<Value> resources(const std::string& type) {
        return resources(type, {.client = client});
    }
};

BOOST_FIXTURE_TEST_SUITE(records_tests, Record)

BOOST_AUTO_TEST_CASE(maps_every_table_of_the_migration) {
    std::set<std::string> tables;
    SQLite::Statement query{
        db(), "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'clients%'"};
    while (query.executeStep()) {
        tables.insert(query.getColumn(0).getString());
    }
    const auto mapped = record_mapper().tables;
    BOOST_TEST((tables == std::set<std::string>(mapped.begin(), mapped.end())));
}

BOOST_AUTO_TEST_CASE(keeps_every_column_of_a_client_in_the_json) {
    const auto json = records_of(*this, record_mapper(), client);
    SQLite::Statement query{db(), "SELECT name FROM pragma_table_info('clients_client')"};
    const std::set<std::string> derived{
        "client", "folded", "added_offset", "changed_offset", "archived_offset"};
    while (query.executeStep()) {
        const auto column = query.getColumn(0).getString();
        if (!derived.contains(column)) {
            BOOST_TEST_CONTEXT(column) {
                BOOST_TEST(at(json, "client").find(column) != nullptr);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(maps_a_client_to_a_patient) {
    const auto patient = resources("Patient").at(0);
    BOOST_TEST(patient.text_at("gender") == "female");
    BOOST_TEST(patient.text_at("birthDate") == "1984-05-02");
    BOOST_TEST(at(patient, "name.0.family").as_text() == "Lopez");
    BOOST_TEST(at(patient, "name.0.given.0").as_text() == "Maria");
    BOOST_TEST(at(patient, "contact.0.name.text").as_text() == "Ana");
    const auto referred = resources("Patient", {.client = client, .referral = ReferralId{1}}).at(0);
    BOOST_TEST(referred.find("contact") == nullptr);
}

BOOST_AUTO_TEST_CASE(gives_no_administrative_gender_for_an_unknown_term) {
    client = add(ClientRow{.given = "Alex", .gender = "agender"});
    const auto patient = resources("Patient").at(0);
    BOOST_TEST(patient.find("gender") == nullptr);
    BOOST_TEST(at(patient, "extension.0.valueCodeableConcept.text").as_text() == "agender");
}

BOOST_AUTO_TEST_CASE(gives_a_patient_the_part_of_the_birth_date_that_is_known) {
    client = add(ClientRow{.given = "Alex", .born = BirthDate::from_iso("1962-03")});
    BOOST_TEST(resources("Patient").at(0).text_at("birthDate") == "1962-03");
}

BOOST_AUTO_TEST_CASE(ranks_numbers_and_addresses_by_the_preferred_way_of_contact) {
    ClientRow row{.given = "Alex", .contact_by = "email"};
    set_contacts(
        row, "phone", {{"phone", "mobile", "+1 555 0100"}, {"phone", "other", "555 0143"}}
    );
    set_contacts(row, "email", {{"email", "work", "alex@example.com"}});
    client = add(row);
    const auto patient = resources("Patient").at(0);
    BOOST_TEST(at(patient, "telecom.0.value").as_text() == "alex@example.com");
    BOOST_TEST(at(patient, "telecom.0.system").as_text() == "email");
    BOOST_TEST(at(patient, "telecom.0.use").as_text() == "work");
    BOOST_TEST(at(patient, "telecom.0.rank").as_integer() == 1);
    BOOST_TEST(at(patient, "telecom.1.use").as_text() == "mobile");
    BOOST_TEST(at(patient, "telecom.2.value").as_text() == "555 0143");
    BOOST_TEST(at(patient, "telecom.2.use").is_null());
    BOOST_TEST(at(patient, "telecom.2.rank").as_integer() == 3);
    const auto referred = resources("Patient", {.client = client, .referral = ReferralId{1}}).at(0);
    BOOST_TEST(at(referred, "telecom").as_array().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_client_who_prefers_text_messages_has_a_number_for_them) {
    client = add(ClientRow{.given = "Alex", .phone = "+1 555 0100", .contact_by = "sms"});
    const auto patient = resources("Patient").at(0);
    BOOST_TEST(at(patient, "telecom.0.system").as_text() == "sms");
    BOOST_TEST(at(patient, "telecom.1.system").as_text() == "phone");
}

BOOST_AUTO_TEST_CASE(a_single_number_needs_no_rank) {
    client = add(ClientRow{.given = "Alex", .phone = "+1 555 0100"});
    const auto patient = resources("Patient").at(0);
    BOOST_TEST(at(patient, "telecom.0.value").as_text() == "+1 555 0100");
    BOOST_TEST(at(patient, "telecom.0.rank").is_null());
}

BOOST_AUTO_TEST_CASE(states_none_known_in_the_narrative_only) {
    put_none_known(db(), client, {.kind = "allergy", .asked = civil_now(), .asked_by = {1}});
    BOOST_TEST(resources("AllergyIntolerance").empty());
    const auto div = at(resources("Patient").at(0), "text.div").as_text();
    BOOST_TEST(div.find("none known, asked on 2026-11-20") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(gives_a_condition_its_status_and_its_partial_onset) {
    Conditions::insert(
        db(),
        {.uuid = uuid('a'),
         .client = client,
         .name = "asthma",
         .code = "J45.909",
         .since = "2019-03"}
    );
    Conditions::insert(
        db(), {.uuid = uuid('b'), .client = client, .name = "fracture", .status = "past"}
    );
    const auto conditions = resources("Condition");
    BOOST_TEST(at(conditions.at(0), "clinicalStatus.coding.0.code").as_text() == "active");
    BOOST_TEST(at(conditions.at(0), "code.coding.0.code").as_text() == "J45.909");
    BOOST_TEST(at(conditions.at(0), "onsetDateTime").as_text() == "2019-03");
    BOOST_TEST(at(conditions.at(1), "clinicalStatus.coding.0.code").as_text() == "inactive");
    BOOST_TEST(
        at(conditions.at(1), "subject.reference").as_text() ==
        "urn:uuid:" + find_client(db(), client)->uuid
    );
}

BOOST_AUTO_TEST_CASE(exports_only_the_requested_complaint_in_a_referral) {
    const auto neck = insert_complaint(
        db(), {.uuid = uuid('a'), .client = client, .region = "neck", .side = "left"}
    );
    insert_complaint(db(), {.uuid = uuid('b'), .client = client, .region = "knee"});
    BOOST_TEST(resources("Condition").size() == 2U);
    const auto asked =
        resources("Condition", {.client = client, .referral = ReferralId{1}, .complaint = neck});
    BOOST_REQUIRE(asked.size() == 1U);
    BOOST_TEST(at(asked[0], "code.text").as_text() == "left neck");
}

BOOST_AUTO_TEST_CASE(ends_a_medication_after_its_last_day) {
    Medications::insert(
        db(), {.uuid = uuid('a'), .client = client, .name = "x", .until = day("2026-11-20")}
    );
    Medications::insert(
        db(), {.uuid = uuid('b'), .client = client, .name = "y", .until = day("2026-11-19")}
    );
    const auto medications = resources("MedicationStatement");
    BOOST_TEST(medications.at(0).text_at("status") == "active");
    BOOST_TEST(medications.at(1).text_at("status") == "completed");
    BOOST_TEST(
        resources("MedicationStatement", {.client = client, .referral = ReferralId{1}}).size() == 1U
    );
}

BOOST_AUTO_TEST_CASE(keeps_the_severity_of_an_allergy_without_a_known_reaction) {
    Allergies::insert(
        db(), {.uuid = uuid('a'), .client = client, .substance = "latex", .severity = "severe"}
    );
    const auto allergy = resources("AllergyIntolerance").at(0);
    BOOST_TEST(allergy.find("reaction") == nullptr);
    BOOST_TEST(at(allergy, "note.0.text").as_text() == "Severity of the reaction: severe");
}

BOOST_AUTO_TEST_CASE(exports_only_a_valid_consent_to_share_in_a_referral) {
    ConsentRow consent{
        .uuid = uuid('a'),
        .client = client,
        .kind = "share",
        .given_on = day("2026-01-10"),
        .given_by = "client"};
    const auto id = insert_consent(db(), consent);
    const FhirRequest referral{.client = client, .referral = ReferralId{1}};
    BOOST_TEST(resources("Consent", referral).at(0).text_at("status") == "active");
    withdraw_consent(db(), id, today(), std::nullopt);
    BOOST_TEST(resources("Consent", referral).empty());
    BOOST_TEST(resources("Consent").at(0).text_at("status") == "inactive");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
