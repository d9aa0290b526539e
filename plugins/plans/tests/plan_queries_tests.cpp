// SPDX-License-Identifier: MIT
#include "plan/plan_json.hpp"
#include "plan_practice.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::plans;
using plans::testing::at;

BOOST_FIXTURE_TEST_SUITE(plan_queries_tests, plans::testing::PlanPractice)

BOOST_AUTO_TEST_CASE(reads_a_plan_as_it_was_stored) {
    auto plan = new_plan();
    plan.techniques = {
        {"deep-tissue", {"tension", "nerve"}, "lower-back", "both", Minutes{35}},
        {"swedish", {"stress"}, "", "", std::nullopt}};
    plan.session_length = Minutes{60};
    plan.shared_care = {{"Ana Kim, chiropractor", "spinal alignment"}};
    plan.review_on = plans::testing::day("2026-12-01");
    plan.remark = "mornings";
    plan.id = insert_plan(db(), plan);
    Hold hold;
    hold.what = "deep pressure on the low back";
    hold.referral = "R-0001";
    hold.began = at("2026-11-10", 9);
    add_hold(plan, hold);
    plan.reviews = {
        {"continue", "better", "sits longer", 3, 5, "relief", at("2026-11-12"), {1}, "Ines"}};
    update_plan(db(), plan);
    const auto read = find_plan(db(), plan.id);
    BOOST_REQUIRE(read);
    BOOST_TEST((plan_value(*read) == plan_value(plan)));
    BOOST_TEST(read->state == "open"); // a part of it is suspended, not the plan
}

BOOST_AUTO_TEST_CASE(a_complaint_has_one_plan_that_is_not_closed) {
    auto plan = add_plan();
    auto second = new_plan();
    second.uuid = "019a0000-0000-7000-8000-000000000009";
    BOOST_CHECK_THROW(insert_plan(db(), second), SQLite::Exception);
    plan.state = "closed";
    plan.closed = at("2026-11-15");
    plan.closing = Closing{"goals-reached", "well", "", {"stretch"}, {1}, "Ines"};
    update_plan(db(), plan);
    BOOST_CHECK_NO_THROW(insert_plan(db(), second));
    BOOST_TEST(all_plans(db(), {.client = ClientId{1}}).size() == 2U);
    BOOST_TEST(all_plans(db(), {.client = ClientId{1}, .closed_too = false}).size() == 1U);
    BOOST_TEST(find_plan(db(), plan.id)->closing->advice.front() == "stretch");
}

BOOST_AUTO_TEST_CASE(leaves_out_clients_who_are_archived_when_asked) {
    add_plan(1);
    add_plan(2);
    db().exec("UPDATE clients_client SET archived_at = 1 WHERE client = 2");
    BOOST_TEST(all_plans(db(), {.archived_too = false}).size() == 1U);
    BOOST_TEST(all_plans(db(), {}).size() == 2U);
}

BOOST_AUTO_TEST_CASE(sessions_are_the_notes_of_the_complaint_since_the_plan_began) {
    const auto plan = add_plan();
    add_note("2026-10-20");    // before the plan
    add_note("2026-11-03");    // 2
    add_note("2026-11-05", 2); // of another complaint
    add_note("2026-11-06", 0); // without a complaint: this one is the only one
    add_note("2026-11-09", 1, "draft");
    add_note("2026-11-10"); // 6: void
    db().exec("INSERT INTO soap_amendment VALUES (6, 'void'), (2, 'amendment')");
    const auto sessions = sessions_of(db(), plan);
    BOOST_REQUIRE(sessions.size() == 3U);
    BOOST_TEST(sessions[0].note.number == 2);
    BOOST_TEST(sessions[1].note.number == 4);
    BOOST_TEST(!sessions[2].is_signed);
    BOOST_TEST(sessions_of_open_plans(db()).at(plan.id.number).size() == 3U);
    db().exec("INSERT INTO clients_complaint (complaint, client) VALUES (3, 1)");
    BOOST_TEST(sessions_of(db(), plan).size() == 2U); // the note may be of the other one
}

BOOST_AUTO_TEST_CASE(the_last_note_names_the_next_visit) {
    add_note("2026-11-03");
    add_note("2026-11-10");
    db().exec("UPDATE soap_note SET next_visit = '2026-11-17' WHERE note = 2");
    const auto since = at("2026-10-01").instant;
    BOOST_REQUIRE(named_days(db(), since).size() == 1U);
    BOOST_TEST(named_days(db(), since).front().next_visit->iso() == "2026-11-17");
    add_note("2026-11-12");
    BOOST_TEST(named_days(db(), since).empty()); // the last note names none
    db().exec("INSERT INTO soap_amendment VALUES (3, 'void')");
    BOOST_TEST(named_days(db(), since).size() == 1U);
    db().exec("UPDATE clients_client SET archived_at = 1");
    BOOST_TEST(named_days(db(), since).empty());
}

BOOST_AUTO_TEST_CASE(erasing_deletes_the_plans_of_one_client) {
    add_plan(1);
    add_plan(2);
    BOOST_TEST((last_plan_entry(db(), {1}).value() == at("2026-11-01", 10).instant));
    delete_plans(db(), {1});
    BOOST_TEST(!last_plan_entry(db(), {1}));
    BOOST_TEST(all_plans(db(), {}).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
