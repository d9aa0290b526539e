// SPDX-License-Identifier: MIT
#include "client_row.hpp"
#include "practice.hpp"
#include "retention.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

BirthDate born(const char* text) {
    return BirthDate::from_iso(text).value();
}

BOOST_AUTO_TEST_SUITE(birth_date_tests)

BOOST_AUTO_TEST_CASE(knows_the_first_and_the_last_day_that_it_can_be) {
    BOOST_TEST(born("1962").earliest().iso() == "1962-01-01");
    BOOST_TEST(born("1962").latest().iso() == "1962-12-31");
    BOOST_TEST(born("1964-02").earliest().iso() == "1964-02-01");
    BOOST_TEST(born("1964-02").latest().iso() == "1964-02-29");
    BOOST_TEST(born("1962-03-05").is_exact());
    BOOST_TEST(!born("1962-03").is_exact());
    for (const auto* wrong :
         {"", "62", "196", "1962-", "1962-3", "1962-13", "1962-02-30", "19x2"}) {
        BOOST_TEST_CONTEXT(wrong) {
            BOOST_TEST(!BirthDate::from_iso(wrong).has_value());
        }
    }
}

BOOST_AUTO_TEST_CASE(an_age_of_a_part_of_a_date_is_about) {
    const auto on = day("2026-11-20");
    BOOST_TEST(age_text(born("1962"), on) == "about 64 years");
    BOOST_TEST(age_text(born("1962-12"), on) == "about 63 years");
    BOOST_TEST(age_text(born("1962-03-05"), on) == "64 years");
    BOOST_TEST(age_text(born("2025-03-05"), on) == "1 year");
    BOOST_TEST(least_age(born("1962"), on) == 63);
    BOOST_TEST(greatest_age(born("1962"), on) == 64);
}

BOOST_AUTO_TEST_CASE(a_client_who_can_be_under_18_is_a_minor) {
    BOOST_TEST(is_minor({.born = born("2008")}, day("2026-11-20")));
    BOOST_TEST(is_minor({.born = born("2008-11")}, day("2026-11-20")));
    BOOST_TEST(!is_minor({.born = born("2008-10")}, day("2026-11-20")));
    BOOST_TEST(!is_minor({.born = born("2007")}, day("2026-11-20")));
}

BOOST_AUTO_TEST_CASE(a_record_of_a_minor_is_kept_from_the_last_day_of_the_year_of_birth) {
    const RetentionRule rule{.years = 10, .minor_until_age = 18, .minor_years = 10};
    BOOST_TEST(keep_until(rule, day("2020-01-01"), born("2008")).iso() == "2036-12-31");
    BOOST_TEST(keep_until(rule, day("2020-01-01"), born("2008-05-02")).iso() == "2036-05-02");
}

BOOST_AUTO_TEST_CASE(compares_dates_that_can_be_the_same) {
    BOOST_TEST(can_be_same(born("1962"), born("1962-03-05")));
    BOOST_TEST(can_be_same(born("1962-03-05"), born("1962-03")));
    BOOST_TEST(!can_be_same(born("1962-04"), born("1962-03-05")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
