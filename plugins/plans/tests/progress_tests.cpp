// SPDX-License-Identifier: MIT
#include "plan/progress.hpp"
#include "plan_practice.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::plans;
using plans::testing::at;
using plans::testing::day;
using plans::testing::our_rules;

namespace {

const Date today = day("2026-11-20");

PlanSession session_on(std::string_view date, std::optional<int> pain = {}, bool is_signed = true) {
    PlanSession session;
    session.began = at(date, 14);
    session.is_signed = is_signed;
    session.pain_before = pain;
    return session;
}

/// Sessions on 2026-11-02 and the days after it, with these values of pain before the session.
std::vector<PlanSession> sessions_with(const std::vector<int>& values) {
    std::vector<PlanSession> sessions;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sessions.push_back(
            session_on(day("2026-11-02").plus_days(static_cast<int>(i)).iso(), values[i])
        );
    }
    return sessions;
}

Plan plan_of(int sessions) {
    auto plan = plans::testing::PlanPractice::new_plan();
    plan.phases.front().sessions = sessions;
    return plan;
}

PlanProgress progress_today(const Plan& plan, const std::vector<PlanSession>& sessions) {
    return progress_of(plan, sessions, our_rules(), today);
}

Review review_at(int sessions, std::string_view date) {
    Review review;
    review.decision = "continue";
    review.phase = "relief";
    review.sessions = sessions;
    review.at = at(date, 16);
    return review;
}

} // namespace

BOOST_AUTO_TEST_SUITE(progress_tests)

BOOST_AUTO_TEST_CASE(counts_signed_sessions_and_drafts_of_earlier_days) {
    const auto plan = plan_of(6);
    BOOST_TEST(counter_text(progress_today(plan, {})) == "session 1 of 6");
    BOOST_TEST(counter_text(progress_today(plan, sessions_with({7, 6, 5}))) == "session 4 of 6");
    const std::vector<PlanSession> drafts{
        session_on("2026-11-18", {}, false), session_on("2026-11-20", {}, false)};
    BOOST_TEST(counter_text(progress_today(plan, drafts)) == "session 2 of 6");
    BOOST_TEST(
        counter_text(progress_today(plan, sessions_with({7, 7, 6, 5, 4, 3}))) ==
        "6 of 6 sessions done"
    );
    auto open_ended = plan;
    open_ended.phases.front().sessions.reset();
    BOOST_TEST(counter_text(progress_today(open_ended, sessions_with({7}))) == "session 2");
}

BOOST_AUTO_TEST_CASE(counts_from_the_beginning_of_the_phase) {
    auto plan = plan_of(6);
    plan.phases.push_back({"correction", 4, Frequency{21, 21}, at("2026-11-03", 20)});
    BOOST_TEST(counter_text(progress_today(plan, sessions_with({7, 6, 5}))) == "session 2 of 4");
}

BOOST_AUTO_TEST_CASE(asks_for_a_re_assessment_at_half_and_at_the_end) {
    const auto shares = our_rules().review_shares;
    const std::vector<int> of_six{3, 6};
    const std::vector<int> of_five{3, 5};
    const std::vector<int> of_one{1};
    BOOST_TEST(checkpoints(6, shares) == of_six, boost::test_tools::per_element());
    BOOST_TEST(checkpoints(5, shares) == of_five, boost::test_tools::per_element());
    BOOST_TEST(checkpoints(1, shares) == of_one, boost::test_tools::per_element());
    auto plan = plan_of(6);
    BOOST_TEST(!progress_today(plan, sessions_with({7, 6})).review_due);
    const auto half = progress_today(plan, sessions_with({7, 6, 5}));
    BOOST_REQUIRE(half.review_due);
    BOOST_TEST(half.review_due->iso() == "2026-11-18"); // two weeks after the last session
    BOOST_TEST(half.review_reason == "3 of 6 planned sessions are done");
    plan.reviews = {review_at(3, "2026-11-04")};
    BOOST_TEST(!progress_today(plan, sessions_with({7, 6, 5, 5})).review_due);
    const auto end = progress_today(plan, sessions_with({7, 6, 5, 5, 4, 3}));
    BOOST_TEST(end.review_due->iso() == "2026-11-07"); // the day of the last session
    BOOST_TEST(end.review_reason == "all 6 planned sessions are done");
}

BOOST_AUTO_TEST_CASE(asks_for_a_review_on_its_day_until_it_was_made) {
    auto plan = plan_of(6);
    plan.review_on = day("2026-11-25");
    BOOST_TEST(progress_today(plan, {}).review_due->iso() == "2026-11-25");
    plan.review_on = day("2026-12-25");
    BOOST_TEST(!progress_today(plan, {}).review_due);
    plan.review_on = day("2026-11-15");
    plan.reviews = {review_at(0, "2026-11-14")};
    BOOST_TEST(!progress_today(plan, {}).review_due);
    auto named = session_on("2026-11-05");
    named.review_on = day("2026-11-22");
    plan.reviews.clear();
    plan.review_on.reset();
    BOOST_TEST(progress_today(plan, {named}).review_due->iso() == "2026-11-22");
}

BOOST_AUTO_TEST_CASE(the_next_visit_is_named_or_follows_the_frequency) {
    const auto plan = plan_of(6);
    BOOST_TEST(progress_today(plan, {}).next_visit->iso() == "2026-11-15");
    auto session = session_on("2026-11-05");
    BOOST_TEST(progress_today(plan, {session}).next_visit->iso() == "2026-11-19");
    session.next_visit = day("2026-11-12");
    const auto named = progress_today(plan, {session});
    BOOST_TEST(named.next_visit->iso() == "2026-11-12");
    BOOST_TEST(named.next_visit_is_named);
}

BOOST_AUTO_TEST_CASE(an_important_improvement_is_two_points_or_thirty_percent) {
    const auto rule = our_rules().trend;
    BOOST_TEST(is_important_improvement({7, 5}, rule));
    BOOST_TEST(is_important_improvement({3, 2}, rule)); // 33 %
    BOOST_TEST(!is_important_improvement({7, 6}, rule));
    BOOST_TEST(!is_important_improvement({5, 7}, rule));
    BOOST_TEST(!rule.sources.empty());
}

BOOST_AUTO_TEST_CASE(points_out_a_course_without_important_change) {
    const auto plan = plan_of(4);
    const auto flat = progress_today(plan, sessions_with({7, 6, 7, 6}));
    BOOST_REQUIRE(flat.trend);
    BOOST_TEST(flat.trend->what == "no important change of pain in 4 sessions (7 -> 6)");
    BOOST_TEST(!progress_today(plan, sessions_with({7, 6, 7})).trend);    // not all sessions yet
    BOOST_TEST(!progress_today(plan, sessions_with({7, 6, 5, 5})).trend); // two points
    BOOST_TEST(!progress_today(plan, sessions_with({1, 1, 1, 1})).trend); // no room
    auto maintenance = plan;
    maintenance.phases.front().name = "maintenance";
    BOOST_TEST(!progress_today(maintenance, sessions_with({7, 6, 7, 6})).trend);
}

BOOST_AUTO_TEST_CASE(points_out_pain_that_rose_twice_in_a_row) {
    const auto plan = plan_of(6);
    const auto worse = progress_today(plan, sessions_with({4, 5, 6}));
    BOOST_REQUIRE(worse.trend);
    BOOST_TEST(worse.trend->what == "pain before the session rose twice in a row (4 -> 5 -> 6)");
    BOOST_TEST(!progress_today(plan, sessions_with({6, 5, 6})).trend);
    BOOST_TEST(!progress_today(plan, sessions_with({4, 5, 5})).trend);
    BOOST_TEST(!progress_today(plan, sessions_with({4, 5, 6, 4})).trend);
}

BOOST_AUTO_TEST_SUITE_END()
