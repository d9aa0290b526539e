// SPDX-License-Identifier: MIT
#include "letter/places.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;
using Kind = BodyChart::Kind;

BOOST_AUTO_TEST_SUITE(letter_places_tests)

BOOST_AUTO_TEST_CASE(work_and_finding_at_one_place_are_one_mark) {
    Places places;
    BOOST_TEST(places.mark("lower-back", "both", Kind::pain) == "1");
    BOOST_TEST(places.mark("lower-back", "left", Kind::finding) == "1");
    BOOST_TEST(places.mark("glute", "right", Kind::finding) == "2");
    places.mark_work("glute", "right");
    places.mark_work("lower-back", "both");
    places.mark_work("calf", "left");
    const auto chart = places.chart();
    BOOST_REQUIRE(chart.marks.size() == 3U);
    BOOST_TEST((chart.marks[2].kind == Kind::work));
    BOOST_TEST(chart.marks[2].label == "w");
    BOOST_TEST(places.number_of("calf", "left").empty());
    BOOST_TEST(chart.beside);
}

BOOST_AUTO_TEST_CASE(left_and_right_are_two_places) {
    Places places;
    places.mark("knee", "left", Kind::finding);
    BOOST_TEST(places.mark("knee", "right", Kind::finding) == "2");
    BOOST_TEST(places.number_of("knee", "right") == "2");
    BOOST_TEST(places.number_of("ankle", "right").empty());
}

BOOST_AUTO_TEST_CASE(a_place_to_which_pain_spreads_is_no_place_of_a_finding) {
    Places places;
    places.mark_radiation("thigh", "right");
    BOOST_TEST(places.number_of("thigh", "right").empty());
    BOOST_TEST(places.mark("thigh", "right", Kind::finding) == "1");
}

BOOST_AUTO_TEST_CASE(nothing_is_marked_without_a_region) {
    Places places;
    BOOST_TEST(places.mark("", "left", Kind::finding).empty());
    places.mark_work("", "");
    BOOST_TEST(places.chart().marks.empty());
}

BOOST_AUTO_TEST_SUITE_END()
