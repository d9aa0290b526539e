// SPDX-License-Identifier: MIT
#include <praxis/date.hpp>
#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>

using namespace praxis;
using namespace std::chrono_literals;

namespace {

CivilTime civil(std::string_view date, Minutes time) {
    return {Date::from_iso(date).value(), time};
}

/// The C library's own reading of the database.
Minutes offset_by_libc(const std::string& zone, Instant instant) {
    ::setenv("TZ", zone.c_str(), 1);
    ::tzset();
    const std::time_t seconds = instant.time_since_epoch().count();
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return std::chrono::round<Minutes>(std::chrono::seconds{local.tm_gmtoff});
}

std::vector<std::string> all_zones() {
    std::vector<std::string> names;
    std::ifstream file{"/usr/share/zoneinfo/zone.tab"};
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields{line};
        std::string country;
        std::string place;
        std::string name;
        if (!line.starts_with('#') && fields >> country >> place >> name) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(time_zone_tests)

BOOST_AUTO_TEST_CASE(knows_the_offset_on_both_sides_of_a_change) {
    const TimeZone paris{"Europe/Paris"};
    const auto spring = Instant{std::chrono::sys_days{std::chrono::year{2026} / 3 / 29} + 1h};
    BOOST_TEST(paris.at(spring - 1s).offset.count() == 60);
    BOOST_TEST(paris.at(spring).offset.count() == 120);
    BOOST_TEST(paris.at(spring).iso() == "2026-03-29T03:00:00+02:00");
    const auto autumn = Instant{std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 1h};
    BOOST_TEST(paris.at(autumn - 1s).offset.count() == 120);
    BOOST_TEST(paris.at(autumn).offset.count() == 60);
    BOOST_TEST(paris.name() == "Europe/Paris");
}

BOOST_AUTO_TEST_CASE(a_repeated_time_is_the_earlier_instant) {
    const TimeZone paris{"Europe/Paris"};
    BOOST_TEST(paris.at(civil("2026-10-25", 2h + 30min)).iso() == "2026-10-25T02:30:00+02:00");
    BOOST_TEST(paris.at(civil("2026-10-25", 3h)).iso() == "2026-10-25T03:00:00+01:00");
    BOOST_TEST(
        TimeZone{"America/New_York"}.at(civil("2026-11-01", 1h + 59min)).iso() ==
        "2026-11-01T01:59:00-04:00"
    );
}

BOOST_AUTO_TEST_CASE(a_skipped_time_is_the_instant_of_the_change) {
    const TimeZone paris{"Europe/Paris"};
    BOOST_TEST(paris.at(civil("2026-03-29", 2h + 30min)).iso() == "2026-03-29T03:00:00+02:00");
    BOOST_TEST(paris.at(civil("2026-03-29", 1h + 59min)).iso() == "2026-03-29T01:59:00+01:00");
    BOOST_TEST(paris.at(civil("2026-03-29", 3h)).iso() == "2026-03-29T03:00:00+02:00");
    // The clocks skip midnight here: the result must not be on the previous day.
    BOOST_TEST(
        TimeZone{"Africa/Cairo"}.at(civil("2026-04-24", 0min)).civil().str() == "2026-04-24 01:00"
    );
    // A whole day was skipped here.
    BOOST_TEST(
        TimeZone{"Pacific/Apia"}.at(civil("2011-12-30", 12h)).iso() == "2011-12-31T00:00:00+14:00"
    );
}

BOOST_AUTO_TEST_CASE(follows_the_rule_beyond_the_listed_changes) {
    BOOST_TEST(
        TimeZone{"Europe/Paris"}.at(civil("2099-07-01", 12h)).iso() == "2099-07-01T12:00:00+02:00"
    );
    BOOST_TEST(
        TimeZone{"Europe/Paris"}.at(civil("2099-12-01", 12h)).iso() == "2099-12-01T12:00:00+01:00"
    );
    BOOST_TEST(
        TimeZone{"Australia/Sydney"}.at(civil("2060-01-01", 12h)).iso() ==
        "2060-01-01T12:00:00+11:00"
    );
    BOOST_TEST(
        TimeZone{"Asia/Kathmandu"}.at(civil("2060-01-01", 12h)).iso() == "2060-01-01T12:00:00+05:45"
    );
}

BOOST_AUTO_TEST_CASE(utc_needs_no_database) {
    const TimeZone utc{"UTC"};
    BOOST_TEST(utc.at(civil("2026-11-20", 9h)).iso() == "2026-11-20T09:00:00+00:00");
    BOOST_TEST(utc.at(Instant{0s}).iso() == "1970-01-01T00:00:00+00:00");
    BOOST_TEST(TimeZone::exists("Etc/UTC"));
}

BOOST_AUTO_TEST_CASE(agrees_with_the_c_library_in_every_zone) {
    const auto zones = all_zones();
    BOOST_REQUIRE(zones.size() > 400);
    std::mt19937_64 random{20261120};
    constexpr std::int64_t end_of_2090 = 3'818'000'000;
    std::uniform_int_distribution<std::int64_t> any_time{0, end_of_2090};
    std::size_t wrong = 0;
    for (const auto& name : zones) {
        const TimeZone zone{name};
        for (int i = 0; i < 300; ++i) {
            const Instant instant{std::chrono::seconds{any_time(random)}};
            if (zone.at(instant).offset != offset_by_libc(name, instant) && ++wrong < 10) {
                BOOST_ERROR(name << " at " << instant.time_since_epoch().count());
            }
        }
    }
    BOOST_TEST(wrong == 0U);
    ::unsetenv("TZ");
    ::tzset();
}

BOOST_AUTO_TEST_CASE(civil_times_lead_back_to_their_instant_every_half_hour_of_a_year) {
    for (const auto* const name :
         {"Europe/Paris",
          "America/New_York",
          "Africa/Casablanca",
          "Europe/Dublin",
          "Asia/Gaza",
          "Australia/Lord_Howe",
          "America/Nuuk",
          "Asia/Kathmandu",
          "Pacific/Apia",
          "UTC"}) {
        const TimeZone zone{name};
        const auto begin = Instant{std::chrono::sys_days{std::chrono::year{2036} / 12 / 1}};
        std::size_t repeated = 0;
        std::size_t wrong = 0;
        for (auto instant = begin; instant < begin + 24h * 366; instant += 30min) {
            const auto there = zone.at(instant);
            const auto back = zone.at(there.civil());
            wrong += back.civil() == there.civil() && back.instant <= instant ? 0 : 1;
            repeated += back.instant == instant ? 0 : 1;
        }
        BOOST_TEST(wrong == 0U, name);
        BOOST_TEST(repeated <= 4U, name); // two changes back, each of two half hours at most
    }
}

BOOST_AUTO_TEST_CASE(refuses_names_that_are_not_a_zone) {
    for (const std::string name :
         {"",
          "Europe",
          "Mars/Olympus",
          "../../../etc/passwd",
          "/etc/localtime",
          "localtime",
          "right/UTC",
          "zone.tab",
          "tzdata.zi",
          "Europe/Paris/",
          "Europe//Paris",
          "CET-1CEST",
          "Europe/Paris\n",
          "posix/UTC",
          "Factory",
          "."}) {
        BOOST_TEST(!TimeZone::exists(name), name);
        BOOST_CHECK_THROW(TimeZone{name}, Refused);
    }
    BOOST_CHECK_EXCEPTION(TimeZone{"Europe/Pariss"}, Refused, [](const Refused& error) {
        return error.what() == std::string{"'Europe/Pariss' is not a time zone"} &&
               error.hint() == "did you mean Europe/Paris?";
    });
    BOOST_CHECK_EXCEPTION(TimeZone{"europe/paris"}, Refused, [](const Refused& error) {
        return error.hint() == "did you mean Europe/Paris?";
    });
}

BOOST_AUTO_TEST_SUITE_END()
