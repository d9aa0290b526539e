// SPDX-License-Identifier: MIT
#include "rules/point_codes.hpp"
#include "rules/value_words.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace praxis::soap::suggest {

namespace {

std::string codes(const std::string& text) {
    return join(point_codes_in(text), " ");
}

} // namespace

BOOST_AUTO_TEST_SUITE(point_codes_tests)

BOOST_AUTO_TEST_CASE(every_tradition_names_the_same_point) {
    for (const auto* text :
         {"TE-15",
          "TB-15",
          "SJ-15",
          "TH15",
          "tw 15",
          "sj15",
          "Tb.15",
          "triple heater 15",
          "San Jiao 15",
          "TE-015"}) {
        BOOST_TEST(codes(text) == "TE-15", text);
    }
    BOOST_TEST(codes("UB60") == "BL-60");
    BOOST_TEST(codes("k3") == "KI-3");
    BOOST_TEST(codes("L.I. 4") == "LI-4");
    BOOST_TEST(codes("Liv 3") == "LR-3");
    BOOST_TEST(codes("Ren-17, Du 20") == "CV-17 GV-20");
}

BOOST_AUTO_TEST_CASE(finds_all_points_of_a_text) {
    BOOST_TEST(codes("BL-23 both sides, then SP6/LR3") == "BL-23 SP-6 LR-3");
    BOOST_TEST(codes("li4L, gall bladder 21") == "LI-4 GB-21");
}

BOOST_AUTO_TEST_CASE(a_word_or_a_number_alone_is_no_point) {
    for (const auto* text :
         {"", "SP", "6", "the third", "upper trapezius", "TrP 2", "L4", "SP-0"}) {
        BOOST_TEST(codes(text) == "", text);
    }
}

BOOST_AUTO_TEST_CASE(a_point_is_not_in_a_longer_number) {
    BOOST_TEST(value_names("LI-4", "LI-4"));
    BOOST_TEST(value_names("li 4, both hands", "LI-4"));
    BOOST_TEST(!value_names("LI-40", "LI-4"));
    BOOST_TEST(!value_names("LI-14", "LI-4"));
    BOOST_TEST(!value_names("SI-4", "LI-4"));
}

BOOST_AUTO_TEST_CASE(a_text_is_there_word_for_word) {
    BOOST_TEST(value_names("Prone, with a pillow", "prone"));
    BOOST_TEST(value_names("lying on the back", "on the back"));
    BOOST_TEST(!value_names("on the side, a pillow behind the back", "on the back"));
    BOOST_TEST(value_names("almonds", "almond"));
    BOOST_TEST(value_names("I82.4", "I82"));
    BOOST_TEST(!value_names("I820", "I82"));
    BOOST_TEST(!value_names("I8", "I82"));
    BOOST_TEST(!value_names("prone", ""));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap::suggest
