// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/period.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

namespace {

const Date friday = Date::from_iso("2026-11-20").value();

/// "2019-03: 2019-03-01 to 2019-03-31"
std::string read(std::string_view text, Sense sense = Sense::past) {
    const auto period = parse_period(text, friday, sense);
    return period.text + ": " + period.first.iso() + " to " + period.last.iso();
}

/// The message and hint of the refusal, or the date if it was read.
std::string day(std::string_view text) {
    try {
        return parse_date(text, friday, Sense::past).iso();
    } catch (const UsageError& error) {
        return error.what() + std::string{" | "} + error.hint();
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(period_tests)

BOOST_AUTO_TEST_CASE(reads_a_month_of_a_year) {
    for (const auto* const text :
         {"March 2019", "mar 2019", "MAR, 2019", "March of 2019", "2019-03", "03/2019", "3/2019"}) {
        BOOST_TEST(read(text) == "2019-03: 2019-03-01 to 2019-03-31", text);
    }
    BOOST_TEST(read("Feb 2024") == "2024-02: 2024-02-01 to 2024-02-29");
    BOOST_TEST(read("sept 2025") == "2025-09: 2025-09-01 to 2025-09-30");
}

BOOST_AUTO_TEST_CASE(a_month_without_a_year_is_the_nearest) {
    BOOST_TEST(read("March") == "2026-03: 2026-03-01 to 2026-03-31");
    BOOST_TEST(read("november") == "2026-11: 2026-11-01 to 2026-11-30");
    BOOST_TEST(read("Dec") == "2025-12: 2025-12-01 to 2025-12-31");
    BOOST_TEST(read("Dec", Sense::future) == "2026-12: 2026-12-01 to 2026-12-31");
    BOOST_TEST(read("March", Sense::future) == "2027-03: 2027-03-01 to 2027-03-31");
}

BOOST_AUTO_TEST_CASE(reads_years_and_what_is_beside_today) {
    BOOST_TEST(read("2024") == "2024: 2024-01-01 to 2024-12-31");
    BOOST_TEST(read("last year") == "2025: 2025-01-01 to 2025-12-31");
    BOOST_TEST(read("this year") == "2026: 2026-01-01 to 2026-12-31");
    BOOST_TEST(read("Last Month") == "2026-10: 2026-10-01 to 2026-10-31");
    BOOST_TEST(read("next month") == "2026-12: 2026-12-01 to 2026-12-31");
    BOOST_TEST(read("last week") == "2026-11-09: 2026-11-09 to 2026-11-15");
    BOOST_TEST(read("this week") == "2026-11-16: 2026-11-16 to 2026-11-22");
}

BOOST_AUTO_TEST_CASE(reads_every_day_as_before) {
    BOOST_TEST(read("2019-03-05") == "2019-03-05: 2019-03-05 to 2019-03-05");
    BOOST_TEST(read("yesterday") == "2026-11-19: 2026-11-19 to 2026-11-19");
    BOOST_TEST(read("last monday") == "2026-11-16: 2026-11-16 to 2026-11-16");
    BOOST_TEST(read("Mar 19") == "2026-03-19: 2026-03-19 to 2026-03-19");
    BOOST_TEST(read("-2w") == "2026-11-06: 2026-11-06 to 2026-11-06");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_period) {
    for (const auto* const text :
         {"",
          "13/2019",
          "2019-00",
          "2019-13",
          "1492",
          "March 1492",
          "0000",
          "last",
          "last day",
          "soon",
          "March March",
          "2019 March 5 6",
          "99999"}) {
        BOOST_CHECK_THROW(read(text), UsageError);
    }
}

BOOST_AUTO_TEST_CASE(a_day_is_not_guessed_from_a_period) {
    BOOST_TEST(
        day("March 2019") == "'March 2019' is a month, and a day is needed here | "
                             "write one of its days, such as 2019-03-01"
    );
    BOOST_TEST(
        day("2024") == "'2024' is a year, and a day is needed here | "
                       "write one of its days, such as 2024-01-01"
    );
    BOOST_TEST(
        day("last week") == "'last week' is a week, and a day is needed here | "
                            "write one of its days, such as 2026-11-09"
    );
    BOOST_TEST(day("February").starts_with("'February' is a month"));
}

BOOST_AUTO_TEST_CASE(reads_what_is_stored_and_nothing_else) {
    BOOST_TEST(period_from_iso("2019").value().last.iso() == "2019-12-31");
    BOOST_TEST(period_from_iso("2019-03").value().first.iso() == "2019-03-01");
    BOOST_TEST(period_from_iso("2019-03-05").value().last.iso() == "2019-03-05");
    for (const auto* const text :
         {"", "03/2019", "2019-3", "2019-13", "March 2019", "2019-02-30"}) {
        BOOST_TEST(!period_from_iso(text), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
