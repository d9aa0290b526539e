// SPDX-License-Identifier: MIT
#include "plan/plan_json.hpp"
#include "plan_practice.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::plans;
using plans::testing::day;

namespace {

Goal sitting() {
    Goal goal;
    goal.uuid = "019a0000-0000-7000-8000-000000000011";
    goal.client = {1};
    goal.complaint = {1};
    goal.text = "sit through a working day";
    goal.created = plans::testing::at("2026-11-01", 9);
    goal.measure = "sitting without a break";
    goal.unit = "minutes";
    goal.baseline = 20;
    goal.target = 60;
    return goal;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(goal_tests, plans::testing::PlanPractice)

BOOST_AUTO_TEST_CASE(reads_a_goal_as_it_was_stored) {
    auto goal = sitting();
    goal.id = insert_goal(db(), goal);
    goal.readings = {{day("2026-11-10"), 35, "Ines"}, {day("2026-11-17"), 42.5, "Ines"}};
    goal.due_on = day("2027-01-15");
    goal.remark = "at the desk";
    update_goal(db(), goal);
    BOOST_TEST((goal_value(find_goal(db(), goal.id).value()) == goal_value(goal)));
    BOOST_TEST(goals_with_a_day(db()).size() == 1U);
    goal.state = "reached";
    goal.ended_on = day("2026-11-18");
    update_goal(db(), goal);
    BOOST_TEST(goals_with_a_day(db()).empty());
    BOOST_TEST(all_goals(db(), {.client = ClientId{1}, .ended_too = false}).empty());
}

BOOST_AUTO_TEST_CASE(knows_the_direction_of_a_target) {
    auto goal = sitting();
    BOOST_TEST(!is_at_target(goal, 59).value());
    BOOST_TEST(is_at_target(goal, 60).value());
    goal.baseline = 90;
    BOOST_TEST(is_at_target(goal, 55).value());
    goal.baseline.reset();
    BOOST_TEST(!is_at_target(goal, 60).has_value());
    goal.measure = "pain";
    goal.target = 3;
    BOOST_TEST(is_at_target(goal, 2).value());
    BOOST_TEST(!is_at_target(goal, 4).value());
}

BOOST_AUTO_TEST_CASE(shows_start_present_value_and_target) {
    const auto goal = sitting();
    BOOST_TEST(
        measure_text(goal, Reading{day("2026-11-17"), 42.5, ""}) ==
        "sitting without a break: 20 -> 42.5, target 60 minutes"
    );
    BOOST_TEST(
        measure_text(goal, std::nullopt) == "sitting without a break: 20, target 60 minutes"
    );
    BOOST_TEST(measure_text(Goal{}, std::nullopt).empty());
}

BOOST_AUTO_TEST_CASE(takes_pain_from_the_last_signed_note) {
    auto goal = sitting();
    goal.measure = "pain";
    add_note("2026-11-03");
    add_note("2026-11-10", 1, "draft");
    db().exec("UPDATE soap_note SET pain_before = 8 - note");
    BOOST_TEST(present_value(*this, goal)->value == 7.0);
    db().exec("INSERT INTO soap_amendment VALUES (1, 'void')");
    BOOST_TEST(!present_value(*this, goal));
}

BOOST_AUTO_TEST_CASE(counts_notes_of_its_own_complaint_from_its_day_on) {
    auto goal = sitting();
    goal.measure = "pain";
    db().exec("INSERT INTO clients_complaint (complaint, client) VALUES (3, 1)");
    add_note("2026-10-31"); // before the goal
    add_note("2026-11-10", 3);
    add_note("2026-11-12", 0);
    db().exec("UPDATE soap_note SET pain_before = 8 - note");
    BOOST_TEST(!present_value(*this, goal));
    add_note("2026-11-01"); // on its day
    db().exec("UPDATE soap_note SET pain_before = 4 WHERE note = 4");
    BOOST_TEST(present_value(*this, goal)->value == 4.0);
}

BOOST_AUTO_TEST_SUITE_END()
