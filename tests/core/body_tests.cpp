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

BOOST_AUTO_TEST_CASE(refuses_an_unknown_region_and_suggests_one) {
    BOOST_CHECK_EXCEPTION(check_region("lowerback"), UsageError, [](const UsageError& error) {
        return error.what() == std::string{"'lowerback' is not a region of the body"} &&
               error.hint() == "did you mean lower-back?";
    });
    BOOST_CHECK_EXCEPTION(check_region("midriff"), UsageError, [](const UsageError& error) {
        return error.hint().find("lower-back, full-back") != std::string::npos;
    });
    BOOST_CHECK_EXCEPTION(check_side("rigth"), UsageError, [](const UsageError& error) {
        return error.hint() == "did you mean right?";
    });
    BOOST_CHECK_THROW(check_region(""), UsageError);
    BOOST_CHECK_EXCEPTION(check_side("\x1b[31m"), UsageError, [](const UsageError& error) {
        return error.what() == std::string{"'\\x1b[31m' is not a side of the body"};
    });
}

BOOST_AUTO_TEST_CASE(knows_regions_by_their_everyday_names) {
    BOOST_TEST(find_region("Low Back").value() == "lower-back");
    BOOST_TEST(find_region(" small of the back ").value() == "lower-back");
    BOOST_TEST(find_region("BUTTOCK").value() == "glute");
    BOOST_TEST(find_region("upper arm").value() == "upper-arm");
    BOOST_TEST(check_region("feet") == "foot");
    BOOST_TEST(check_region("lumbar spine") == "lower-back");
    BOOST_TEST(check_region("toes") == "foot");
    BOOST_TEST(check_region("SI joint") == "sacrum");
    BOOST_TEST(check_region("TMJ") == "jaw");
    BOOST_TEST(check_region("L/S") == "lower-back");
    BOOST_TEST(check_region("C-Spine") == "neck");
    BOOST_TEST(check_region("back of the knee") == "knee");
    BOOST_TEST(!find_region("ow back").has_value());
    BOOST_TEST(!find_region("").has_value());
    BOOST_TEST(!find_region("back pain").has_value());
}

BOOST_AUTO_TEST_CASE(asks_which_region_an_ambiguous_name_means) {
    for (const auto* const name :
         {"thoracic",
          "Loins",
          " breast ",
          "lower-leg",
          "arms",
          "groin",
          "spine",
          "T-spine",
          "Achilles",
          "armpit",
          "rib cage"}) {
        BOOST_TEST(!find_region(name).has_value(), name);
        for (const auto& region : regions_it_may_be(name)) {
            BOOST_TEST(find_region(region).value() == region, name);
        }
    }
    BOOST_CHECK_EXCEPTION(check_region("Thoracic"), UsageError, [](const UsageError& error) {
        return error.what() == std::string{"'thoracic' can mean several regions of the body"} &&
               error.hint() == "choose from upper-back, mid-back";
    });
    BOOST_TEST(regions_it_may_be("knees").empty());
    BOOST_TEST(regions_it_may_be("midriff").empty());
    for (const auto& region : all_regions()) {
        BOOST_TEST(regions_it_may_be(region).empty());
    }
}

BOOST_AUTO_TEST_CASE(each_everyday_name_means_one_region) {
    std::set<std::string> seen;
    for (const auto& region : all_regions()) {
        for (const auto& name : everyday_names(region)) {
            BOOST_TEST(seen.insert(name).second, name);
            BOOST_TEST(find_region(name).value() == region);
            BOOST_TEST(check_region(name) == region);
        }
    }
    BOOST_TEST(seen.size() > 100U);
}

BOOST_AUTO_TEST_CASE(names_region_and_side_in_plain_english) {
    BOOST_TEST(region_with_side("lower-back", "right") == "right lower back");
    BOOST_TEST(region_with_side("lower-back", "both") == "lower back, both sides");
    BOOST_TEST(region_with_side("lower-back", "midline") == "lower back, midline");
    BOOST_TEST(region_with_side("head", "") == "head");
}

BOOST_AUTO_TEST_CASE(knows_which_region_contains_which) {
    BOOST_TEST(region_holds("calf", "calf"));
    BOOST_TEST(region_holds("full-back", "lower-back"));
    BOOST_TEST(region_holds("full-body", "calf"));
    BOOST_TEST(!region_holds("lower-back", "full-back"));
    BOOST_TEST(!region_holds("full-back", "neck"));
}

BOOST_AUTO_TEST_SUITE_END()
