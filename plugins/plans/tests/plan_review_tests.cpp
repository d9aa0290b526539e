// SPDX-License-Identifier: MIT
#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

void begin_plan(praxis::testing::Practice& practice) {
    practice.run({"client", "add", "--given", "Maria", "--family", "Lopez"});
    practice.run({"complaint", "add", "C-0001", "--region", "neck", "--cause", "unknown"});
    const auto made = practice.run({"plan", "new", "C-0001", "--relief", "6 weekly"});
    BOOST_REQUIRE_MESSAGE(made.exit == 0, made.err);
}

std::string reviews(praxis::testing::Practice& practice) {
    return practice.sql("SELECT reviews ->> '$[0].decision', reviews ->> '$[0].text', state"
                        " FROM plans_plan");
}

} // namespace

BOOST_AUTO_TEST_SUITE(plan_review_tests)

BOOST_AUTO_TEST_CASE(asks_for_the_decision_on_a_terminal) {
    praxis::testing::Practice practice;
    begin_plan(practice);
    practice.answer({"hold", "fever since Monday"});
    const auto reviewed = practice.run({"plan", "review", "PL-0001"});
    BOOST_TEST(reviewed.exit == 0, reviewed.err);
    BOOST_TEST(reviewed.err.find("session 1 of 6") != std::string::npos, reviewed.err);
    BOOST_TEST(reviews(practice) == "hold|fever since Monday|on-hold");
}

BOOST_AUTO_TEST_CASE(an_empty_answer_takes_the_usual_decision) {
    praxis::testing::Practice practice;
    begin_plan(practice);
    practice.answer({"", ""});
    const auto reviewed = practice.run({"plan", "review", "PL-0001"});
    BOOST_TEST(reviewed.exit == 0, reviewed.err);
    BOOST_TEST(reviews(practice) == "continue||open");
}

BOOST_AUTO_TEST_CASE(refuses_an_answer_that_is_not_a_decision) {
    praxis::testing::Practice practice;
    begin_plan(practice);
    practice.answer({"perhaps", ""});
    BOOST_TEST(practice.run({"plan", "review", "PL-0001"}).exit == 2);
    BOOST_TEST(reviews(practice) == "||open");
}

BOOST_AUTO_TEST_CASE(writes_to_its_own_tables_only) {
    praxis::testing::Practice practice;
    begin_plan(practice);
    practice.strict_writes("plans");
    BOOST_TEST(practice.run({"plan", "edit", "PL-0001", "--hold", "fever"}).exit == 0);
    BOOST_TEST(practice.run({"plan", "review", "PL-0001", "--decision", "resume"}).exit == 0);
    BOOST_TEST(practice.run({"goal", "add", "C-0001", "look over the shoulder"}).exit == 0);
    BOOST_TEST(practice.run({"goal", "edit", "G-0001", "--state", "reached"}).exit == 0);
    BOOST_TEST(practice.run({"plan", "close", "PL-0001", "--reason", "other"}).exit == 0);
    BOOST_TEST(practice.run({"plan", "new", "C-0001", "--relief", "6 weekly"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
