// SPDX-License-Identifier: MIT
#include <praxis/body.hpp>
#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <set>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(body_tests)

BOOST_AUTO_TEST_CASE(knows_each_region_once_from_head_to_foot) {
    const auto& regions = all_regions();
    BOOST_TEST(regions.size() == 27U);
    BOOST_TEST(regions.front() == "head");
    BOOST_TEST(regions.back() == "full-body");
    BOOST_TEST((std::set<std::string>{regions.begin(), regions.end()}).size() == regions.size());
    for (const auto& region : regions) {
        BOOST_TEST(check_region(region) == region);
    }
    for (const auto& side : all_sides()) {
        BOOST_TEST(check_side(side) == side);
    }
}

BOOST_AUTO_TEST_CASE(refuses_another_word_and_says_what_was_meant) {
    BOOST_CHECK_EXCEPTION(check_region("lowerback"), UsageError, [](const UsageError& error) {
        return error.what() == std::string{"'lowerback' is no region of the body"} &&
               error.hint() == "did you mean lower-back?";
    });
    BOOST_CHECK_EXCEPTION(check_region("loins"), UsageError, [](const UsageError& error) {
        return error.hint().find("lower-back, full-back") != std::string::npos;
    });
    BOOST_CHECK_EXCEPTION(check_side("rigth"), UsageError, [](const UsageError& error) {
        return error.hint() == "did you mean right?";
    });
    BOOST_CHECK_THROW(check_region(""), UsageError);
    BOOST_CHECK_EXCEPTION(check_side("\x1b[31m"), UsageError, [](const UsageError& error) {
        return error.what() == std::string{"'\\x1b[31m' is no side of the body"};
    });
}

BOOST_AUTO_TEST_CASE(says_region_and_side_as_a_person_would) {
    BOOST_TEST(region_with_side("lower-back", "right") == "right lower back");
    BOOST_TEST(region_with_side("lower-back", "both") == "lower back, both sides");
    BOOST_TEST(region_with_side("lower-back", "midline") == "lower back, midline");
    BOOST_TEST(region_with_side("head", "") == "head");
}

BOOST_AUTO_TEST_SUITE_END()
