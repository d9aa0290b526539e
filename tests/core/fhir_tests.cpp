// SPDX-License-Identifier: MIT
#include <praxis/fhir.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::fhir;

namespace {

const std::string record = "0190aaaa-0000-7000-8000-000000000001";

std::string div_of(const std::vector<Block>& blocks) {
    return narrative("generated", blocks).text_at("div");
}

} // namespace

BOOST_AUTO_TEST_SUITE(fhir_tests)

BOOST_AUTO_TEST_CASE(a_data_type_has_its_members_in_the_order_of_the_specification) {
    BOOST_TEST(
        to_json(reference(record, "Alex Rivera")) ==
        R"({"reference":"urn:uuid:0190aaaa-0000-7000-8000-000000000001","display":"Alex Rivera"})"
    );
    BOOST_TEST(
        to_json(codeable_concept(coding(loinc, "57133-1", "Referral note"), "Referral letter")) ==
        R"({"coding":[{"system":"http://loinc.org","code":"57133-1","display":"Referral note"}],)"
        R"("text":"Referral letter"})"
    );
    BOOST_TEST(
        to_json(contact_point("phone", "555-0100", "work")) ==
        R"({"system":"phone","value":"555-0100","use":"work"})"
    );
    BOOST_TEST(to_json(resource("Task", "1")) == R"({"resourceType":"Task","id":"1"})");
}

BOOST_AUTO_TEST_CASE(an_empty_optional_member_is_left_out) {
    BOOST_TEST(reference(record).find("display") == nullptr);
    BOOST_TEST(coding(snomed, "1").find("display") == nullptr);
    BOOST_TEST(codeable_concept(coding(snomed, "1")).find("text") == nullptr);
    BOOST_TEST(contact_point("fax", "1").find("use") == nullptr);
}

/// Systems that received a resource recognise it by its id.
BOOST_AUTO_TEST_CASE(a_derived_uuid_never_changes) {
    BOOST_TEST(derived_uuid(record + "/task") == "3d0ec675-36fd-8528-a697-2f047243dc3f");
    BOOST_TEST(derived_uuid(record + "/block/10") == "a15f4dfd-43cc-88e6-9dfb-4ea819656f2d");
}

BOOST_AUTO_TEST_CASE(a_derived_uuid_depends_on_the_record_and_on_the_part) {
    BOOST_TEST(derived_uuid(record + "/task") != derived_uuid(record + "/letter"));
    BOOST_TEST(
        derived_uuid(record + "/task") != derived_uuid("0190aaaa-0000-7000-8000-000000000002/task")
    );
}

BOOST_AUTO_TEST_CASE(a_narrative_escapes_every_text) {
    const auto div = div_of(
        {Paragraph{"<script>alert(\"x\") & more</script>\nnext \x01"},
         Facts{{{"a<b", "c"}}},
         Bullets{{"one"}, false},
         Grid{"", {{"Joint"}}, {{"lumbar"}}},
         BodyChart{"", {{"A", "knee", "left", BodyChart::Kind::finding, "warm & red"}}}}
    );
    BOOST_TEST(div.starts_with("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>&lt;script&gt;"));
    BOOST_TEST(div.find("&quot;x&quot;) &amp; more") != std::string::npos);
    BOOST_TEST(div.find("<br/>next \\x01") != std::string::npos);
    BOOST_TEST(div.find("<th>a&lt;b</th><td>c</td>") != std::string::npos);
    BOOST_TEST(div.find("<ul><li>one</li></ul>") != std::string::npos);
    BOOST_TEST(div.find("<td>left knee</td><td>warm &amp; red</td>") != std::string::npos);
    BOOST_TEST(div.find('\x01') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_narrative_is_never_empty) {
    BOOST_TEST(
        div_of({}) == "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Not recorded.</p></div>"
    );
}

BOOST_AUTO_TEST_SUITE_END()
