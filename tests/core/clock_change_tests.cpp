// SPDX-License-Identifier: MIT
#include <praxis/clock_change.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace std::chrono_literals;

namespace {

CivilTime civil(std::string_view date, Minutes time) {
    return {Date::from_iso(date).value(), time};
}

/// "01:59 03:00": the times on both sides; empty when the time exists.
std::string skipped(const std::string& zone, std::string_view date, Minutes time) {
    const auto found = find_skipped_time(TimeZone{zone}, civil(date, time));
    return found ? found->before.str() + " " + found->after.str() : "";
}

std::string repeated(const std::string& zone, std::string_view date, Minutes time) {
    const auto found = find_repeated_time(TimeZone{zone}, civil(date, time));
    return found ? found->iso() : "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(clock_change_tests)

BOOST_AUTO_TEST_CASE(finds_the_times_on_both_sides_of_a_skipped_time) {
    const auto* const around_new_york = "2026-03-08 01:59 2026-03-08 03:00";
    BOOST_TEST(skipped("America/New_York", "2026-03-08", 2h) == around_new_york);
    BOOST_TEST(skipped("America/New_York", "2026-03-08", 2h + 59min) == around_new_york);
    BOOST_TEST(skipped("America/New_York", "2026-03-08", 1h + 59min) == "");
    BOOST_TEST(skipped("America/New_York", "2026-03-08", 3h) == "");
    BOOST_TEST(
        skipped("Australia/Lord_Howe", "2026-10-04", 2h + 10min) ==
        "2026-10-04 01:59 2026-10-04 02:30"
    );
    BOOST_TEST(skipped("Pacific/Apia", "2011-12-30", 12h) == "2011-12-29 23:59 2011-12-31 00:00");
    BOOST_TEST(skipped("UTC", "2026-03-08", 2h + 30min) == "");
}

BOOST_AUTO_TEST_CASE(finds_the_second_of_two_equal_times) {
    BOOST_TEST(
        repeated("America/New_York", "2026-11-01", 1h + 30min) == "2026-11-01T01:30:00-05:00"
    );
    BOOST_TEST(repeated("America/New_York", "2026-11-01", 1h) == "2026-11-01T01:00:00-05:00");
    BOOST_TEST(repeated("America/New_York", "2026-11-01", 0h + 59min) == "");
    BOOST_TEST(repeated("America/New_York", "2026-11-01", 2h) == "");
    BOOST_TEST(repeated("America/New_York", "2026-03-08", 2h + 30min) == "");
    BOOST_TEST(
        repeated("Australia/Lord_Howe", "2026-04-05", 1h + 45min) == "2026-04-05T01:45:00+10:30"
    );
    BOOST_TEST(repeated("Europe/Paris", "2026-07-01", 12h) == "");
}

BOOST_AUTO_TEST_SUITE_END()
