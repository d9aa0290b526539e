// SPDX-License-Identifier: MIT
#include "our_files.hpp"
#include "record/records.hpp"

#include <praxis/testing.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

namespace praxis::outcomes {

namespace {

/// The key of a column in the record; most have the same name.
std::string key_of(const std::string& column) {
    static const std::map<std::string, std::string> others{
        {"measure", "id"}, {"made_at", "made"}, {"made_offset", "made"}};
    const auto found = others.find(column);
    return found == others.end() ? column : found->second;
}

std::string text_at(const Value& value, std::string_view key) {
    return to_canonical_json(*value.find(key));
}

} // namespace

BOOST_AUTO_TEST_SUITE(mapper_tests)

BOOST_AUTO_TEST_CASE(the_record_has_every_column_of_the_table_and_nothing_else) {
    praxis::testing::Practice practice;
    std::set<std::string> expected;
    for (const auto& column : split(
             trim(practice.sql("SELECT name FROM pragma_table_info('outcomes_measure')")), '\n'
         )) {
        expected.insert(key_of(column));
    }
    BOOST_TEST(expected.size() >= 17U);
    std::set<std::string> keys;
    const auto record = measure_value({});
    for (const auto& [key, value] : record.as_object()) {
        keys.insert(key);
    }
    BOOST_TEST(keys == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_record_has_the_values_of_the_row) {
    Measure measure;
    measure.id = {7};
    measure.client = {1};
    measure.complaint = ComplaintId{2};
    measure.instrument = "psfs";
    measure.version = 3;
    measure.language = "de";
    measure.on = testing::day("2026-11-20");
    measure.moment = "before";
    measure.score = 4.5;
    measure.given.parts = {{"distress", 4}};
    measure.remark = "tired";
    measure.replaces = MeasureId{6};
    measure.reason = "typing";
    measure.author_name = "Ines";
    const auto value = measure_value(measure);
    for (const auto& [key, text] : std::map<std::string, std::string>{
             {"id", "\"M-0007\""},
             {"complaint", "\"CO-0002\""},
             {"instrument_version", "3"},
             {"language", "\"de\""},
             {"measured_on", "\"2026-11-20\""},
             {"moment", "\"before\""},
             {"score", "4.5"},
             {"remark", "\"tired\""},
             {"replaces", "\"M-0006\""},
             {"reason", "\"typing\""},
             {"author_name", "\"Ines\""}}) {
        BOOST_TEST_CONTEXT(key) {
            BOOST_TEST(text_at(value, key) == text);
        }
    }
    BOOST_TEST(text_at(value, "answers").find("distress") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_referral_gets_nothing_private_and_nothing_of_another_complaint) {
    Measure measure;
    measure.complaint = ComplaintId{1};
    auto instrument = testing::ours("psfs");
    FhirRequest request{.client = {1}, .referral = ReferralId{1}, .complaint = ComplaintId{1}};
    BOOST_TEST(is_wanted(measure, &instrument, request));
    instrument.is_private = true;
    BOOST_TEST(!is_wanted(measure, &instrument, request));
    BOOST_TEST(!is_wanted(measure, nullptr, request)); // its file cannot be read
    instrument.is_private = false;
    request.complaint = ComplaintId{2};
    BOOST_TEST(!is_wanted(measure, &instrument, request));
    instrument.is_private = true;
    BOOST_TEST(is_wanted(measure, &instrument, {.client = {1}, .referral = {}, .complaint = {}}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
