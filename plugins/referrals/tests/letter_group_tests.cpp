// SPDX-License-Identifier: MIT
#include "letter/letter_group.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

BOOST_AUTO_TEST_SUITE(letter_group_tests)

BOOST_AUTO_TEST_CASE(writes_each_part_as_a_labelled_line) {
    const auto blocks = write_briefly({
        {"screen", "Red flags", "", {Paragraph{"not recorded"}}},
        {"allergies",
         "Allergies",
         "",
         {Grid{
             "As reported",
             {{"Substance"}, {"Reaction"}, {"Since"}},
             {{"penicillin", "rash", "2019"}, {"latex", "", ""}}}}},
        {"meanwhile", "Meanwhile", "", {Facts{{{"Next review", "2026-12-18"}}}}},
        {"list", "List", "", {Bullets{{"one", "two"}, false}}},
    });
    BOOST_REQUIRE(blocks.size() == 1U);
    const auto& items = std::get<Facts>(blocks.front()).items;
    BOOST_REQUIRE(items.size() == 4U);
    BOOST_TEST(items[0].first == "Red flags");
    BOOST_TEST(items[0].second == "not recorded");
    BOOST_TEST(items[1].second == "penicillin (rash, since 2019)\nlatex");
    BOOST_TEST(items[2].first == "Next review");
    BOOST_TEST(items[3].second == "one\ntwo");
}

BOOST_AUTO_TEST_CASE(warnings_come_first_and_stay_warnings) {
    const auto blocks = write_briefly({
        {"problems", "Conditions", "", {Paragraph{"None known."}}},
        {"allergies",
         "Allergies",
         "",
         {Paragraph{"Severe reaction to penicillin.", Tone::warning}, Paragraph{"penicillin"}}},
    });
    BOOST_REQUIRE(blocks.size() == 2U);
    BOOST_TEST((std::get<Paragraph>(blocks[0]).tone == Tone::warning));
    BOOST_TEST(std::get<Facts>(blocks[1]).items.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_part_that_does_not_fit_lines_keeps_its_form) {
    const auto blocks = write_briefly({
        {"screen", "Red flags", "", {Paragraph{"none"}}},
        {"progress", "Course", "", {Paragraph{"better"}, LineChart{}}},
    });
    BOOST_REQUIRE(blocks.size() == 4U);
    BOOST_TEST(std::get<Facts>(blocks[0]).items.size() == 1U);
    BOOST_TEST(std::get<Heading>(blocks[1]).text == "Course");
    BOOST_TEST(std::holds_alternative<LineChart>(blocks[3]));
}

BOOST_AUTO_TEST_CASE(sentences_follow_each_other_and_a_table_keeps_its_form) {
    const auto blocks = write_briefly({
        {"treatment", "Treatment", "", {Grid{"", {{"Session"}}, {{"Nov 29"}}}}, true},
        {"progress", "Course", "", {Paragraph{"Better."}, Paragraph{"Slowly."}}},
    });
    BOOST_REQUIRE(blocks.size() == 2U);
    BOOST_TEST(std::holds_alternative<Grid>(blocks[0]));
    BOOST_TEST(std::get<Facts>(blocks[1]).items[0].second == "Better. Slowly.");
}

BOOST_AUTO_TEST_SUITE_END()
