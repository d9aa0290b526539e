// SPDX-License-Identifier: MIT
#include "plan_practice.hpp"
#include "recall/recall.hpp"
#include "recall/recall_queries.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::plans;
using plans::testing::at;
using plans::testing::day;

BOOST_FIXTURE_TEST_SUITE(recall_tests, plans::testing::PlanPractice)

BOOST_AUTO_TEST_CASE(a_habit_is_the_median_gap_of_three_or_more_sessions) {
    BOOST_TEST(!habit_days({}));
    BOOST_TEST(!habit_days({day("2026-10-01"), day("2026-10-29")}));
    BOOST_TEST(habit_days({day("2026-09-01"), day("2026-09-29"), day("2026-10-27")}).value() == 28);
    // One long break does not change a habit.
    BOOST_TEST(
        habit_days({day("2026-01-01"), day("2026-08-01"), day("2026-08-15"), day("2026-08-29")})
            .value() == 14
    );
    // Two sessions on one day are one visit.
    BOOST_TEST(!habit_days({day("2026-09-01"), day("2026-09-01"), day("2026-09-29")}));
}

BOOST_AUTO_TEST_CASE(knows_the_days_of_sessions_that_count) {
    add_note("2026-11-03");
    add_note("2026-11-10");
    add_note("2025-01-10");
    db().exec("INSERT INTO soap_amendment VALUES (2, 'void')");
    const auto days = session_days(db(), at("2026-01-01").instant);
    BOOST_REQUIRE(days.size() == 1U);
    BOOST_REQUIRE(days.at({1}).size() == 1U);
    BOOST_TEST(days.at({1}).front().iso() == "2026-11-03");
}

BOOST_AUTO_TEST_CASE(a_session_after_midnight_is_of_the_civil_day) {
    add_note("2026-11-03"); // at 14:00 UTC: at 03:00 of the next day in Auckland
    add_note("2026-11-10");
    db().exec("UPDATE soap_note SET began_offset = 780 WHERE note = 1");
    // at 01:00 UTC: at 15:00 of the day before in Honolulu
    db().exec("UPDATE soap_note SET began_at = began_at - 13 * 3600, began_offset = -600"
              " WHERE note = 2");
    const auto days = session_days(db(), at("2026-01-01").instant).at({1});
    BOOST_REQUIRE(days.size() == 2U);
    BOOST_TEST(days.front().iso() == "2026-11-04");
    BOOST_TEST(days.back().iso() == "2026-11-09");
}

BOOST_AUTO_TEST_CASE(a_client_with_another_plan_was_not_discharged) {
    auto plan = add_plan();
    BOOST_TEST(discharges(db()).empty());
    plan.state = "closed";
    plan.closed = at("2026-11-15");
    plan.closing = Closing{"goals-reached", "", "", {}, {1}, "Ines"};
    update_plan(db(), plan);
    BOOST_TEST(discharges(db()).at({1}).iso() == "2026-11-15");
    auto second = new_plan();
    second.uuid = "019a0000-0000-7000-8000-000000000009";
    insert_plan(db(), second);
    BOOST_TEST(discharges(db()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
