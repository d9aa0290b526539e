// SPDX-License-Identifier: MIT
#include "fhir/bundle.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace praxis;

namespace {

using Object = Value::Object;

std::string uuid(char digit) {
    const std::string four(4, digit);
    return four + four + "-" + four + "-7" + four.substr(1) + "-8" + four.substr(1) + "-" + four +
           four + four;
}

Value resource(const char* type, char digit) {
    return Object{{"resourceType", type}, {"id", uuid(digit)}};
}

Value reference(char digit) {
    return Object{{"reference", "urn:uuid:" + uuid(digit)}};
}

std::vector<std::string> kinds(const Value& bundle) {
    std::vector<std::string> kinds;
    for (const auto& entry : bundle.find("entry")->as_array()) {
        kinds.push_back(entry.find("resource")->text_at("resourceType"));
    }
    return kinds;
}

/// A letter about patient 2 with encounter 4; condition 6 belongs to nothing in it.
struct Case {
    std::vector<Value> own;
    std::vector<Value> others;

    Case() {
        auto composition = resource("Composition", '1');
        composition["date"] = "2026-11-20T09:00:00Z";
        composition["subject"] = reference('2');
        composition["section"] =
            Value::Array{Object{{"entry", Value::Array{reference('4'), reference('3')}}}};
        own = {composition, resource("ServiceRequest", '3')};
        auto observation = resource("Observation", '5');
        observation["encounter"] = reference('4');
        observation["performer"] = Value::Array{reference('7')};
        others = {
            resource("Condition", '6'),
            observation,
            resource("Encounter", '4'),
            resource("Practitioner", '7'),
            resource("Patient", '2')};
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(bundle_tests)

BOOST_AUTO_TEST_CASE(a_document_holds_only_the_resources_that_it_refers_to) {
    const Case given;
    const auto bundle = exports::fhir::document(given.own, given.others, "now");
    const std::vector<std::string> expected{
        "Composition", "Patient", "Practitioner", "ServiceRequest", "Encounter", "Observation"};
    BOOST_TEST(kinds(bundle) == expected, boost::test_tools::per_element());
    BOOST_TEST(bundle.text_at("type") == "document");
}

BOOST_AUTO_TEST_CASE(the_date_of_the_composition_is_the_time_of_the_bundle) {
    Case given;
    BOOST_TEST(
        exports::fhir::document(given.own, given.others, "now").text_at("timestamp") ==
        "2026-11-20T09:00:00Z"
    );
    given.own.front()["date"] = "2026-11-20";
    BOOST_TEST(
        exports::fhir::document(given.own, given.others, "now").text_at("timestamp") == "now"
    );
}

BOOST_AUTO_TEST_CASE(the_same_resources_give_the_same_identifier) {
    const Case given;
    const auto first = exports::fhir::document(given.own, given.others, "now");
    BOOST_TEST((first == exports::fhir::document(given.own, given.others, "later")));
    auto more = given.own;
    more.front()["title"] = "Referral";
    const auto second = exports::fhir::document(more, given.others, "now");
    BOOST_TEST(
        first.find("identifier")->text_at("value") != second.find("identifier")->text_at("value")
    );
}

BOOST_AUTO_TEST_CASE(a_reference_to_an_absent_resource_becomes_logical) {
    auto patient = resource("Patient", '1');
    patient["managingOrganization"] = reference('9');
    patient["managingOrganization"]["display"] = "Hands On";
    const auto bundle = exports::fhir::collection({patient}, "2026-11-20T09:00:00Z");
    const auto* loosened =
        bundle.find("entry")->as_array().front().find("resource")->find("managingOrganization");
    BOOST_TEST(loosened->find("reference") == nullptr);
    BOOST_TEST(loosened->find("identifier")->text_at("value") == "urn:uuid:" + uuid('9'));
    BOOST_TEST(loosened->text_at("display") == "Hands On");
}

BOOST_AUTO_TEST_CASE(empty_members_are_left_out) {
    auto patient = resource("Patient", '1');
    patient["birthDate"] = nullptr;
    patient["gender"] = "";
    patient["address"] = Value::Array{Object{{"text", ""}}};
    const auto bundle = exports::fhir::collection({patient}, "2026-11-20T09:00:00Z");
    BOOST_TEST(
        (*bundle.find("entry")->as_array().front().find("resource") == resource("Patient", '1'))
    );
}

BOOST_AUTO_TEST_CASE(a_resource_given_twice_is_included_once) {
    const auto bundle = exports::fhir::collection(
        {resource("Patient", '1'), resource("Patient", '1')}, "2026-11-20T09:00:00Z"
    );
    BOOST_TEST(kinds(bundle).size() == 1U);
}

BOOST_AUTO_TEST_CASE(refuses_two_resources_with_one_id) {
    BOOST_CHECK_THROW(
        exports::fhir::collection(
            {resource("Patient", '1'), resource("Condition", '1')}, "2026-11-20T09:00:00Z"
        ),
        PluginError
    );
}

BOOST_AUTO_TEST_SUITE_END()
