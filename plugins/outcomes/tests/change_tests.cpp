// SPDX-License-Identifier: MIT
#include "course/chart.hpp"
#include "our_files.hpp"
#include "record/due.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::outcomes {

using namespace testing;

namespace {

const Subject low_back{.region = "lower-back", .phase = "chronic"};

std::vector<Point> weekly(const std::vector<double>& values) {
    std::vector<Point> points;
    auto on = day("2026-09-07");
    for (const auto value : values) {
        points.push_back({.on = on, .value = value});
        on = on.plus_days(7);
    }
    return points;
}

std::string described(const std::string& id, const std::vector<double>& values) {
    const auto instrument = ours(id);
    return describe(instrument, *change_in(instrument, weekly(values), low_back));
}

Course pain_course(const Instrument& nprs, const std::vector<double>& before) {
    Course course;
    course.instrument = &nprs;
    course.before = weekly(before);
    course.subject = low_back;
    return course;
}

Measure measured(const std::string& instrument, const char* on, double score = 3) {
    Measure measure;
    measure.instrument = instrument;
    measure.language = "en";
    measure.on = day(on);
    measure.score = score;
    return measure;
}

std::string
due_on(const std::vector<Measure>& measures, const std::optional<Date>& review, const char* today) {
    const auto all = our_instruments();
    std::string text;
    for (const auto& due : due_instruments(all, measures, review, day(today))) {
        text += due.instrument->id + " " + due.on.iso() + ";";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(change_tests)

BOOST_AUTO_TEST_CASE(says_how_much_it_changed_in_how_many_values) {
    BOOST_TEST(
        described("nprs", {7, 6, 5, 5, 4, 3}) ==
        "7 → 3: 4 points less (57 %), n = 6. Important change (2 points, Ostelo 2008) reached at "
        "value 3 of 6 and kept."
    );
    BOOST_TEST(
        described("nprs", {7, 6}) ==
        "7 → 6: 1 point less (14 %), n = 2. 2 values are few. Important change (2 points, Ostelo "
        "2008) not reached."
    );
    BOOST_TEST(
        described("nprs", {4, 4, 4, 6}) ==
        "4 → 6: 2 points more (50 %), n = 4. Important change (2 points, Ostelo 2008) reached for "
        "the worse."
    );
    BOOST_TEST(
        described("stress", {8, 8, 8, 8}) ==
        "8 → 8: no change, n = 4. No source gives an important change."
    );
}

BOOST_AUTO_TEST_CASE(a_change_that_was_lost_again_is_not_reached) {
    const auto nprs = ours("nprs");
    const auto lost = change_in(nprs, weekly({7, 4, 6, 6}), low_back);
    BOOST_TEST(!lost->kept_since.has_value());
    const auto kept = change_in(nprs, weekly({7, 4, 6, 5}), low_back);
    BOOST_TEST(*kept->kept_since == 3U);
}

BOOST_AUTO_TEST_CASE(higher_can_be_better) {
    const auto psfs = ours("psfs");
    const auto change = change_in(psfs, weekly({3, 14.0 / 3, 20.0 / 3}), low_back);
    BOOST_TEST(change->better_by > 3.6);
    BOOST_TEST(!change->worse);
    BOOST_TEST(change_in(psfs, weekly({6, 3}), low_back)->worse);
}

BOOST_AUTO_TEST_CASE(a_share_of_nothing_is_never_reached) {
    const auto nprs = ours("nprs");
    const auto change = change_in(nprs, weekly({0, 0}), low_back);
    for (const auto& judged : change->judged) {
        BOOST_TEST((judged.reached == Reached::no));
    }
}

BOOST_AUTO_TEST_CASE(a_range_between_its_ends_is_in_the_range) {
    const auto nprs = ours("nprs");
    const auto change = change_in(nprs, weekly({7, 5}), low_back);
    BOOST_TEST(reached_text(change->judged.back()) == "in the range"); // 1.5 to 3.5
}

BOOST_AUTO_TEST_CASE(one_value_and_a_screen_have_no_change) {
    BOOST_TEST(!change_in(ours("nprs"), weekly({7}), low_back).has_value());
    BOOST_TEST(!change_in(ours("start-back"), weekly({7, 3}), low_back).has_value());
    BOOST_TEST(!change_in(ours("global-change"), weekly({1, 4}), low_back).has_value());
}

BOOST_AUTO_TEST_CASE(the_user_can_set_an_important_change) {
    const auto own = with_own_change(ours("relaxation"), 3);
    BOOST_TEST(
        describe(own, *change_in(own, weekly({2, 3, 4, 6}), low_back)) ==
        "2 → 6: 4 points more (200 %), n = 4. Important change (3 points, your own) reached at the "
        "last value."
    );
}

BOOST_AUTO_TEST_CASE(the_band_reaches_from_the_smallest_to_the_greatest_important_change) {
    const auto nprs = ours("nprs");
    const auto chart = course_chart(pain_course(nprs, {7, 5, 4}));
    BOOST_TEST(chart.band->lowest == 3.5);
    BOOST_TEST(chart.band->highest == 5.7);
    BOOST_TEST(chart.band->name == "important change: 1.3 to 3.5 points less than at first");
    const auto low = course_chart(pain_course(nprs, {2, 1}));
    BOOST_TEST(low.band->lowest == 0.0); // the scale ends there
    BOOST_TEST(!course_chart(pain_course(nprs, {1, 1})).band.has_value());
}

BOOST_AUTO_TEST_CASE(compares_one_version_and_language_only) {
    const auto psfs = ours("psfs");
    auto old = measured("psfs", "2026-09-01");
    old.version = 0;
    auto french = measured("psfs", "2026-09-08");
    french.language = "fr";
    const auto course = course_of(
        psfs, {}, {}, {old, french, measured("psfs", "2026-09-15"), measured("psfs", "2026-10-01")}
    );
    BOOST_TEST(course.compared().size() == 2U);
    BOOST_TEST(course.left_out == 2U);
}

BOOST_AUTO_TEST_CASE(compares_before_with_before) {
    const auto nprs = ours("nprs");
    const std::vector<SessionRow> sessions{
        {.note = {1},
         .on = day("2026-09-01"),
         .techniques = {},
         .pain = {7, 4},
         .stress = {},
         .relaxation = {}},
        {.note = {2},
         .on = day("2026-09-08"),
         .techniques = {},
         .pain = {6, {}},
         .stress = {},
         .relaxation = {}}};
    const auto course = course_of(nprs, {}, sessions, {measured("nprs", "2026-09-04", 1)});
    BOOST_TEST(course.compared().size() == 2U);
    BOOST_TEST(course.compared().back().value == 6.0);
    BOOST_TEST(course.after.size() == 1U);
    BOOST_TEST(course.apart.size() == 1U);
    BOOST_TEST(moment_text(course) == "before the session");
}

BOOST_AUTO_TEST_CASE(an_instrument_is_due_after_its_days_and_at_a_review) {
    const std::vector<Measure> measures{measured("psfs", "2026-10-01")};
    // No source gives an interval, so none of ours has one.
    BOOST_TEST(due_on(measures, {}, "2036-10-29") == "");
    auto own = ours("psfs");
    own.repeat_days = 28;
    const auto due_again = [&](const char* today) {
        return due_instruments({own}, measures, {}, day(today)).size();
    };
    BOOST_TEST(due_again("2026-10-28") == 0U);
    BOOST_TEST(due_again("2026-10-29") == 1U);
    BOOST_TEST(due_on(measures, day("2026-10-12"), "2026-10-12") == "psfs 2026-10-12;");
    BOOST_TEST(due_on(measures, day("2026-09-30"), "2026-10-12") == ""); // measured since
    BOOST_TEST(due_on({measured("start-back", "2026-01-01")}, {}, "2026-10-12") == "");
    BOOST_TEST(due_on({}, {}, "2026-10-12") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
