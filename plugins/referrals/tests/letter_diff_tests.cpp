// SPDX-License-Identifier: MIT
#include "letter/letter_diff.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

namespace {

Document letter(const std::string& medication, const std::string& pain) {
    Document document;
    document.letter.emplace();
    document.letter->receiver = {"Dr. Ana Kim"};
    document.letter->details = {{"Date", medication}}; // always differs
    document.add(Heading{2, "Red flags and health"});
    document.add(Facts{{{"Conditions", "none known"}, {"Medication", medication}}});
    document.add(Heading{2, "Treatment"});
    document.add(Grid{"", {{"Session"}, {"Pain"}}, {{"Nov 29", "7 → 4"}, {"Dec 6", pain}}});
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(letter_diff_tests)

BOOST_AUTO_TEST_CASE(the_same_letter_has_no_changes) {
    BOOST_TEST(compare_letters(letter("a", "b"), letter("a", "b")).empty());
}

BOOST_AUTO_TEST_CASE(names_what_left_and_what_came_under_its_heading) {
    const auto changes = compare_letters(letter("ibuprofen", "6 → 4"), letter("none", "6 → 4"));
    BOOST_REQUIRE(changes.size() == 2U);
    BOOST_TEST(changes[0].section == "Red flags and health");
    BOOST_TEST(!changes[0].is_new);
    BOOST_TEST(changes[0].text == "Medication: ibuprofen");
    BOOST_TEST(changes[1].is_new);
    BOOST_TEST(changes[1].text == "Medication: none");
}

BOOST_AUTO_TEST_CASE(a_row_of_a_table_is_a_line) {
    const auto changes = compare_letters(letter("a", "6 → 4"), letter("a", "5 → 3"));
    BOOST_REQUIRE(changes.size() == 2U);
    BOOST_TEST(changes[0].text == "Dec 6 | 6 → 4");
    BOOST_TEST(changes[1].text == "Dec 6 | 5 → 3");
}

BOOST_AUTO_TEST_CASE(a_section_that_is_gone_is_a_change) {
    auto before = letter("a", "b");
    before.add(Heading{2, "Outcomes"});
    before.add(Paragraph{"better"});
    const auto changes = compare_letters(before, letter("a", "b"));
    BOOST_REQUIRE(changes.size() == 1U);
    BOOST_TEST(changes[0].section == "Outcomes");
    BOOST_TEST(!changes[0].is_new);
}

BOOST_AUTO_TEST_SUITE_END()
