// SPDX-License-Identifier: MIT
#include "complaint_queries.hpp"
#include "practice.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

BOOST_FIXTURE_TEST_SUITE(complaint_queries_tests, Tables)

BOOST_AUTO_TEST_CASE(keeps_causes_and_goals_and_changes_only_what_differs) {
    ComplaintRow complaint{
        .uuid = uuid('d'),
        .client = add("Maria", "Lopez"),
        .causes = {"posture", "injury"},
        .region = "lower-back",
        .goals = {"sit", "lift \"the\" child"}};
    complaint.id = insert_complaint(db, complaint);
    auto stored = find_complaint(db, complaint.id).value();
    BOOST_TEST(join(stored.causes, " ") == "posture injury");
    BOOST_TEST(join(stored.goals, "|") == "sit|lift \"the\" child");
    stored.causes = {"injury", "degenerative"};
    stored.goals.clear();
    update_complaint(db, stored);
    stored = find_complaint(db, complaint.id).value();
    BOOST_TEST(join(stored.causes, " ") == "injury degenerative");
    BOOST_TEST(stored.goals.empty());
}

BOOST_AUTO_TEST_CASE(is_chronic_after_more_than_twelve_weeks) {
    ComplaintRow complaint{
        .onset = "2026-09-01", .added = {.instant = Instant{day("2026-12-01").days()}}};
    BOOST_TEST(!is_chronic(complaint, day("2026-11-24")).value());
    BOOST_TEST(is_chronic(complaint, day("2026-11-25")).value());
    complaint.closed_on = day("2026-10-01");
    BOOST_TEST(!is_chronic(complaint, day("2028-01-01")).value());
    complaint.stated_chronic = true;
    BOOST_TEST(is_chronic(complaint, day("2026-09-02")).value());
    BOOST_TEST(!is_chronic(ComplaintRow{}, day("2026-09-02")).has_value());
}

BOOST_AUTO_TEST_CASE(begins_at_the_end_of_its_month_but_before_it_was_recorded) {
    ComplaintRow complaint{
        .onset = "2026-09", .added = {.instant = Instant{day("2026-11-20").days()}}};
    BOOST_TEST(onset_day(complaint).value().iso() == "2026-09-30");
    BOOST_TEST(!is_chronic(complaint, day("2026-12-23")).value());
    BOOST_TEST(is_chronic(complaint, day("2026-12-24")).value());
    complaint.onset = "2026";
    BOOST_TEST(onset_day(complaint).value().iso() == "2026-11-20");
    complaint.onset = "2025";
    BOOST_TEST(onset_day(complaint).value().iso() == "2025-12-31");
    BOOST_TEST(!onset_day(ComplaintRow{}).has_value());
}

BOOST_AUTO_TEST_CASE(takes_its_title_from_region_and_side_unless_it_has_one) {
    BOOST_TEST(title_of({.region = "lower-back", .side = "both"}) == "lower back, both sides");
    BOOST_TEST(title_of({.own_title = "old back", .region = "lower-back"}) == "old back");
}

BOOST_AUTO_TEST_CASE(refuses_a_complaint_without_a_client) {
    BOOST_CHECK_THROW(
        insert_complaint(db, {.uuid = uuid('d'), .client = {9}, .region = "neck"}),
        SQLite::Exception
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
