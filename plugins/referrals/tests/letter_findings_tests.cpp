// SPDX-License-Identifier: MIT
#include "letter/findings.hpp"
#include "letter_sessions.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;
using referrals::testing::profile_with;
using referrals::testing::session_on;

namespace {

using Row = std::vector<std::string>;

const Profile& order() {
    static const auto profile =
        profile_with("findings = [\"rom\", \"finding\", \"test\"]", DateForm::month_day_year);
    return profile;
}

Grid grid_of(const std::vector<SessionFacts>& sessions) {
    Places places;
    const auto blocks = write_findings(sessions, order(), places);
    BOOST_REQUIRE(!blocks.empty());
    return std::get<Grid>(blocks.front());
}

std::string range(int before) {
    return "[[objective.rom]]\njoint = \"lumbar\"\nmovement = \"extension\"\nunit = \"percent\"\n"
           "before = " +
           std::to_string(before) + "\npain = true\n";
}

} // namespace

BOOST_AUTO_TEST_SUITE(letter_findings_tests)

BOOST_AUTO_TEST_CASE(one_session_has_one_column_of_values) {
    const auto grid = grid_of({session_on("2026-11-29", range(40))});
    BOOST_REQUIRE(grid.columns.size() == 4U);
    BOOST_TEST(grid.columns[2].title == "Nov 29, 2026");
    const Row expected{"", "Lumbar extension, share of full range", "40 %", "painful"};
    BOOST_TEST(grid.rows.front() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(shows_the_first_and_the_newest_value) {
    const auto grid = grid_of(
        {session_on("2026-11-29", range(40)),
         session_on("2026-12-06", range(42)),
         session_on("2026-12-19", range(45))}
    );
    BOOST_TEST(grid.columns[2].title == "Nov 29, 2026");
    BOOST_TEST(grid.columns[3].title == "Dec 19, 2026");
    BOOST_TEST(grid.rows.size() == 1U);
    BOOST_TEST(grid.rows.front()[2] == "40 %");
    BOOST_TEST(grid.rows.front()[3] == "45 %");
}

BOOST_AUTO_TEST_CASE(a_copied_finding_is_no_new_finding) {
    const auto grid = grid_of(
        {session_on("2026-11-29", range(40)),
         session_on("2026-12-19", range(45), {"objective.rom[1].before", "objective.rom[1].pain"})}
    );
    BOOST_TEST(grid.columns.size() == 4U);
    BOOST_TEST(grid.rows.front()[2] == "40 %");
}

BOOST_AUTO_TEST_CASE(a_value_of_another_day_names_its_day) {
    const auto grid = grid_of(
        {session_on("2026-11-29", "[[objective.test]]\nname = \"Slump\"\nresult = \"free\"\n"),
         session_on("2026-12-19", range(45))}
    );
    BOOST_REQUIRE(grid.rows.size() == 2U);
    const Row expected{"", "Slump", "free", "", "free on Nov 29, 2026"};
    BOOST_TEST(grid.rows[1] == expected, boost::test_tools::per_element());
    BOOST_TEST(grid.rows[0][2].empty()); // nobody measured it on the first day
    BOOST_TEST(grid.rows[0][3] == "45 %");
}

BOOST_AUTO_TEST_CASE(a_first_value_between_the_columns_names_its_day) {
    const auto grid = grid_of(
        {session_on("2026-11-29", "[[objective.test]]\nname = \"Slump\"\nresult = \"free\"\n"),
         session_on("2026-12-06", range(42)),
         session_on("2026-12-19", range(45))}
    );
    BOOST_TEST(grid.rows[0][2].empty());
    BOOST_TEST(grid.rows[0][3] == "45 %");
    BOOST_TEST(grid.rows[0][4] == "first 42 % on Dec 6, 2026; painful");
}

BOOST_AUTO_TEST_CASE(a_new_value_of_a_copied_row_is_a_finding_and_the_copied_ones_are_not) {
    const auto grid = grid_of(
        {session_on("2026-11-29", range(40)),
         session_on(
             "2026-12-19",
             range(45),
             {"objective.rom[1].joint",
              "objective.rom[1].movement",
              "objective.rom[1].unit",
              "objective.rom[1].pain"}
         )}
    );
    const Row expected{"", "Lumbar extension, share of full range", "40 %", "45 %", ""};
    BOOST_TEST(grid.rows.front() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(two_findings_at_one_place_do_not_replace_each_other) {
    const std::string place = "[[objective.finding]]\nregion = \"neck\"\nside = \"left\"\n";
    const auto grid = grid_of(
        {session_on("2026-11-29", place + "text = \"lump\"\n" + place + "text = \"warm\"\n")}
    );
    BOOST_REQUIRE(grid.rows.size() == 2U);
    BOOST_TEST(grid.rows[0][3] == "lump");
    BOOST_TEST(grid.rows[1][3] == "warm");
}

BOOST_AUTO_TEST_CASE(a_movement_has_the_number_of_its_place) {
    const auto session = session_on(
        "2026-11-29",
        "[[objective.finding]]\nregion = \"lower-back\"\nside = \"left\"\nmuscle = \"erector "
        "spinae\"\ntone = \"high\"\ntenderness = 3\n" +
            range(40)
    );
    Places places;
    places.mark("lower-back", "both", BodyChart::Kind::pain);
    const auto profile = profile_with("findings = [\"finding\", \"rom\"]");
    const auto blocks = write_findings({session}, profile, places);
    const auto& rows = std::get<Grid>(blocks.front()).rows;
    const Row touch{"1", "Erector spinae, left lower back: tender", "3 of 4", "tone high"};
    BOOST_TEST(rows[0] == touch, boost::test_tools::per_element());
    BOOST_TEST(rows[1][0] == "1");
    BOOST_TEST(places.chart().marks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_long_result_is_a_remark) {
    const auto grid = grid_of({session_on(
        "2026-11-29",
        "[[objective.test]]\nname = \"Slump\"\nresult = \"pull behind the knee, no pain\"\n"
    )});
    BOOST_TEST(grid.rows.front()[2].empty());
    BOOST_TEST(grid.rows.front()[3] == "pull behind the knee, no pain");
}

BOOST_AUTO_TEST_CASE(nothing_found_is_nothing_printed) {
    Places places;
    const auto blocks = write_findings({session_on("2026-11-29", "")}, order(), places);
    BOOST_TEST(blocks.empty());
}

BOOST_AUTO_TEST_CASE(posture_is_that_of_the_newest_session_that_looked) {
    Places places;
    const auto blocks = write_findings(
        {session_on("2026-11-29", "[objective]\nposture = [\"forward head\"]\n"),
         session_on("2026-12-06", "[objective]\nposture = [\"level\"]\ngait = \"even\"\n"),
         session_on("2026-12-19", "[objective]\nposture = [\"level\"]\n", {"objective.posture"})},
        order(),
        places
    );
    BOOST_REQUIRE(blocks.size() == 1U);
    const auto& items = std::get<Facts>(blocks.front()).items;
    BOOST_REQUIRE(items.size() == 2U);
    BOOST_TEST(items[0].first == "Posture");
    BOOST_TEST(items[0].second == "level");
    BOOST_TEST(items[1].second == "even");
}

BOOST_AUTO_TEST_SUITE_END()
