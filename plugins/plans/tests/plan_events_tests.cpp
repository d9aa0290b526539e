// SPDX-License-Identifier: MIT
#include "plan_practice.hpp"
#include "record/events.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::plans;

namespace {

ScreenRecorded screen(ScreenAction action, std::optional<ComplaintId> complaint = ComplaintId{1}) {
    return {"SC-0005", {1}, complaint, action, {"foot drop"}};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(plan_events_tests, plans::testing::PlanPractice)

BOOST_AUTO_TEST_CASE(an_emergency_puts_the_plan_on_hold) {
    const auto id = add_plan().id;
    hear_screen(*this, screen(ScreenAction::emergency));
    const auto plan = find_plan(db(), id);
    BOOST_TEST(plan->state == "on-hold");
    BOOST_TEST(plan->holds.back().screen == "SC-0005");
    BOOST_TEST(plan->holds.back().reason == "red-flag screen SC-0005: foot drop");
    BOOST_TEST(reports.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_answer_for_the_same_day_puts_all_plans_on_hold_without_a_complaint) {
    const auto id = add_plan().id;
    hear_screen(*this, screen(ScreenAction::same_day, std::nullopt));
    BOOST_TEST(find_plan(db(), id)->state == "on-hold");
}

BOOST_AUTO_TEST_CASE(other_screens_change_no_plan) {
    const auto id = add_plan().id;
    const auto other = add_plan(2).id;
    hear_screen(*this, screen(ScreenAction::none));
    hear_screen(*this, screen(ScreenAction::gp_referral));
    hear_screen(*this, screen(ScreenAction::urgent));
    BOOST_TEST(find_plan(db(), id)->state == "open");
    hear_screen(*this, screen(ScreenAction::emergency));
    BOOST_TEST(find_plan(db(), other)->state == "open"); // of another client
}

BOOST_AUTO_TEST_CASE(a_referral_suspends_a_part_until_it_is_answered) {
    const auto id = add_plan().id;
    hear_referral_sent(*this, {{1}, {1}, ComplaintId{1}, "deep pressure on the low back"});
    auto plan = find_plan(db(), id).value();
    BOOST_TEST(plan.state == "open");
    BOOST_REQUIRE(suspended_parts(plan).size() == 1U);
    BOOST_TEST(suspended_parts(plan).front().referral == "R-0001");
    hear_referral_closed(*this, {{2}, {1}, ComplaintId{1}, true}); // another referral
    BOOST_TEST(suspended_parts(find_plan(db(), id).value()).size() == 1U);
    hear_referral_closed(*this, {{1}, {1}, ComplaintId{1}, true});
    plan = find_plan(db(), id).value();
    BOOST_TEST(suspended_parts(plan).empty());
    BOOST_TEST(plan.holds.front().ended_by == "Ines Moreau");
}

BOOST_AUTO_TEST_CASE(a_referral_that_ends_without_an_answer_leaves_the_part_suspended) {
    const auto id = add_plan().id;
    hear_referral_sent(*this, {{1}, {1}, ComplaintId{1}, "deep pressure on the low back"});
    reports.clear();
    hear_referral_closed(*this, {{2}, {1}, ComplaintId{1}, false}); // suspended nothing
    BOOST_TEST(reports.empty());
    hear_referral_closed(*this, {{1}, {1}, ComplaintId{1}, false});
    BOOST_TEST(suspended_parts(find_plan(db(), id).value()).size() == 1U);
    BOOST_TEST(reports.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_referral_that_suspends_nothing_changes_no_plan) {
    const auto id = add_plan().id;
    hear_referral_sent(*this, {{1}, {1}, ComplaintId{1}, "none"});
    hear_referral_sent(*this, {{1}, {1}, ComplaintId{1}, ""});
    BOOST_TEST(find_plan(db(), id)->holds.empty());
}

BOOST_AUTO_TEST_SUITE_END()
