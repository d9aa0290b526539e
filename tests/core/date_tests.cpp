// SPDX-License-Identifier: MIT
#include <praxis/date.hpp>
#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace std::chrono_literals;

namespace {

Date on(std::string_view iso) {
    return Date::from_iso(iso).value();
}

const Date friday = on("2026-11-20");

CivilTime at(std::string_view iso, Minutes time) {
    return {on(iso), time};
}

const CivilTime now = at("2026-11-20", 9h + 5min);

std::string past(std::string_view text, DateOrder order = DateOrder::ask) {
    return parse_date(text, friday, Sense::past, order).iso();
}

std::string future(std::string_view text) {
    return parse_date(text, friday, Sense::future).iso();
}

std::string moment(std::string_view text) {
    return parse_civil_time(text, now, Sense::past).str();
}

/// The message and hint of the refusal, or the date if it was read.
std::string refusal(std::string_view text, DateOrder order = DateOrder::ask) {
    try {
        return "read as " + past(text, order);
    } catch (const UsageError& error) {
        return error.what() + std::string{" | "} + error.hint();
    }
}

std::string moment_refusal(std::string_view text) {
    try {
        return "read as " + moment(text);
    } catch (const UsageError& error) {
        return error.what() + std::string{" | "} + error.hint();
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(date_tests)

BOOST_AUTO_TEST_CASE(reads_iso_dates_and_nothing_else_as_iso) {
    BOOST_TEST(on("2026-11-20").iso() == "2026-11-20");
    BOOST_TEST(on("0001-01-01").iso() == "0001-01-01");
    BOOST_TEST(on("2024-02-29").iso() == "2024-02-29");
    for (const auto* const text :
         {"",
          "2026-11-2",
          "2026-1-20",
          "2026-02-29",
          "2026-00-10",
          "2026-13-01",
          "2026-11-00",
          "2026-11-31",
          "0000-01-01",
          "2026/11/20",
          "26-11-2020",
          "2026-11-20 ",
          "2026-11-2a",
          "-026-11-20",
          "2026-+1-20",
          "1900-02-29"}) {
        BOOST_TEST(!Date::from_iso(text), text);
    }
}

BOOST_AUTO_TEST_CASE(reads_a_moment_as_it_is_written) {
    for (const auto* const text :
         {"2026-11-20T14:30:05+01:00", "1969-12-31T23:59:59-05:30", "2026-01-01T00:00:00+00:00"}) {
        BOOST_TEST(ZonedTime::from_iso(text).value().iso() == text);
    }
    for (const auto* const text :
         {"",
          "2026-11-20",
          "2026-11-20 14:30:05+01:00",
          "2026-11-20T14:30:05Z",
          "2026-11-20T24:30:05+01:00",
          "2026-11-31T14:30:05+01:00",
          "2026-11-20T14:3x:05+01:00"}) {
        BOOST_TEST(!ZonedTime::from_iso(text), text);
    }
}

BOOST_AUTO_TEST_CASE(every_day_of_eight_years_survives_each_spelling) {
    const char* const months[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (auto day = on("2020-01-01"); day < on("2028-01-01"); day = day.plus_days(1)) {
        const auto iso = day.iso();
        const auto number = std::to_string(static_cast<unsigned>(day.day().day()));
        const std::string month = months[static_cast<unsigned>(day.day().month()) - 1];
        const auto dotted = iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
        const auto slashed = iso.substr(5, 2) + "/" + iso.substr(8, 2) + "/" + iso.substr(0, 4);
        BOOST_TEST(on(iso).iso() == iso);
        BOOST_TEST(past(iso) == iso);
        BOOST_TEST(past(number + " " + month + " " + iso.substr(0, 4)) == iso);
        BOOST_TEST(past(dotted, DateOrder::day_first) == iso);
        BOOST_TEST(past(slashed, DateOrder::month_first) == iso);
        BOOST_TEST(parse_date(number + " " + month, day, Sense::past).iso() == iso);
        BOOST_TEST(parse_date(number + " " + month, day, Sense::future).iso() == iso);
        BOOST_TEST((day.plus_days(1).days() - day.days()).count() == 1);
    }
}

BOOST_AUTO_TEST_CASE(reads_names_of_days) {
    BOOST_TEST(past("today") == "2026-11-20");
    BOOST_TEST(past(" NOW ") == "2026-11-20");
    BOOST_TEST(past("Yesterday") == "2026-11-19");
    BOOST_TEST(past("tomorrow") == "2026-11-21");
    BOOST_TEST(past("sow") == "2026-11-16");
    BOOST_TEST(past("eow") == "2026-11-22");
    BOOST_TEST(past("som") == "2026-11-01");
    BOOST_TEST(past("eom") == "2026-11-30");
    BOOST_TEST(parse_date("eom", on("2028-02-03"), Sense::past).iso() == "2028-02-29");
    BOOST_TEST(parse_date("sow", on("2026-11-22"), Sense::past).iso() == "2026-11-16");
    BOOST_TEST(parse_date("sow", on("2026-11-16"), Sense::past).iso() == "2026-11-16");
}

BOOST_AUTO_TEST_CASE(a_weekday_looks_back_for_records_and_forward_for_appointments) {
    BOOST_TEST(past("monday") == "2026-11-16");
    BOOST_TEST(future("monday") == "2026-11-23");
    BOOST_TEST(past("Thu") == "2026-11-19");
    BOOST_TEST(future("sat") == "2026-11-21");
    BOOST_TEST(past("last monday") == "2026-11-16");
    BOOST_TEST(future("last monday") == "2026-11-16");
    BOOST_TEST(past("next monday") == "2026-11-23");
    BOOST_TEST(past("last friday") == "2026-11-13");
    BOOST_TEST(past("next friday") == "2026-11-27");
}

BOOST_AUTO_TEST_CASE(todays_own_weekday_has_two_meanings) {
    BOOST_TEST(
        refusal("friday") ==
        "'friday' has two meanings because today is a Friday: today, 2026-11-20, "
        "or last friday, 2026-11-13 | write today or \"last friday\""
    );
    BOOST_CHECK_EXCEPTION(future("fri"), UsageError, [](const UsageError& error) {
        return error.hint() == "write today or \"next friday\"";
    });
}

BOOST_AUTO_TEST_CASE(counts_days_weeks_months_and_years) {
    BOOST_TEST(past("-2w") == "2026-11-06");
    BOOST_TEST(past("+3d") == "2026-11-23");
    BOOST_TEST(past("3 days ago") == "2026-11-17");
    BOOST_TEST(past("a week ago") == "2026-11-13");
    BOOST_TEST(past("2w ago") == "2026-11-06");
    BOOST_TEST(past("in 2 weeks") == "2026-12-04");
    BOOST_TEST(past("in a month") == "2026-12-20");
    BOOST_TEST(past("-1y") == "2025-11-20");
    BOOST_TEST(past("0 days ago") == "2026-11-20");
}

BOOST_AUTO_TEST_CASE(a_month_that_lacks_the_day_gives_its_last) {
    BOOST_TEST(parse_date("in 1 month", on("2026-01-31"), Sense::past).iso() == "2026-02-28");
    BOOST_TEST(parse_date("-1m", on("2028-03-31"), Sense::past).iso() == "2028-02-29");
    BOOST_TEST(parse_date("-1y", on("2028-02-29"), Sense::past).iso() == "2027-02-28");
}

BOOST_AUTO_TEST_CASE(a_day_without_a_year_is_the_nearest_in_its_direction) {
    BOOST_TEST(past("20 Nov") == "2026-11-20");
    BOOST_TEST(future("20 Nov") == "2026-11-20");
    BOOST_TEST(past("21 Nov") == "2025-11-21");
    BOOST_TEST(future("21 Nov") == "2026-11-21");
    BOOST_TEST(future("19 november") == "2027-11-19");
    BOOST_TEST(past("Nov 3rd") == "2026-11-03");
    BOOST_TEST(past("1st sept") == "2026-09-01");
    BOOST_TEST(past("29 feb") == "2024-02-29");
    BOOST_TEST(future("29 feb") == "2028-02-29");
    BOOST_TEST(past("20 Nov 2024") == "2024-11-20");
    BOOST_TEST(past("Nov 20, 2024") == "2024-11-20");
    BOOST_TEST(past("20. November 2024") == "2024-11-20");
}

BOOST_AUTO_TEST_CASE(numbers_with_one_meaning_are_read) {
    BOOST_TEST(past("13/12/2026") == "2026-12-13");
    BOOST_TEST(past("12/13/2026") == "2026-12-13");
    BOOST_TEST(past("11/11/2026") == "2026-11-11");
    BOOST_TEST(past("20.11.2026") == "2026-11-20");
    BOOST_TEST(past("2026/11/20") == "2026-11-20");
    BOOST_TEST(past("2026-1-5") == "2026-01-05");
    BOOST_TEST(past("20/11") == "2026-11-20");
}

BOOST_AUTO_TEST_CASE(numbers_with_two_meanings_are_refused_with_both) {
    BOOST_TEST(
        refusal("11/12/2026") ==
        "'11/12/2026' has two meanings: 11 December 2026 (2026-12-11) and 12 November 2026 "
        "(2026-11-12) | write 2026-12-11 or 2026-11-12, or set the order of your dates: praxis "
        "config set dates.order day-first"
    );
    BOOST_TEST(refusal("1.2.2026").starts_with("'1.2.2026' has two meanings"));
    BOOST_TEST(refusal("11/12").starts_with("'11/12' has two meanings"));
    BOOST_TEST(past("11/12/2026", DateOrder::day_first) == "2026-12-11");
    BOOST_TEST(past("11/12/2026", DateOrder::month_first) == "2026-11-12");
}

BOOST_AUTO_TEST_CASE(follows_the_configured_order_strictly) {
    BOOST_TEST(refusal("12/13/2026", DateOrder::day_first)
                   .starts_with("'12/13/2026' does not exist: there is no month 13"));
    BOOST_TEST(refusal("13/12", DateOrder::month_first)
                   .starts_with("'13/12' does not exist: there is no month 13"));
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_refused) {
    BOOST_TEST(
        refusal("2026-02-30").starts_with("'2026-02-30' does not exist: February 2026 has 28 days")
    );
    BOOST_TEST(refusal("31 Nov").starts_with("'31 Nov' does not exist: November 2026 has 30 days"));
    BOOST_TEST(refusal("2026-13-01").starts_with("'2026-13-01' does not exist: there is no month"));
    BOOST_TEST(refusal("2026-11-00").starts_with("'2026-11-00' does not exist"));
    BOOST_TEST(refusal("30/02/2026").starts_with("'30/02/2026' does not exist: February"));
    BOOST_TEST(refusal("40/40/2026").starts_with("'40/40/2026' does not exist"));
    BOOST_TEST(refusal("0 Nov").starts_with("'0 Nov' does not exist"));
}

BOOST_AUTO_TEST_CASE(years_need_four_digits_and_must_be_near) {
    BOOST_TEST(refusal("20/11/26").starts_with("'20/11/26': write the year with four digits"));
    BOOST_TEST(refusal("20 Nov 26").starts_with("'20 Nov 26': write the year with four digits"));
    BOOST_TEST(refusal("226-11-20").starts_with("'226-11-20': write the year"));
    BOOST_TEST(refusal("0226-11-20").starts_with("'0226-11-20' is in the year 226"));
    BOOST_TEST(refusal("20026-11-20").starts_with("'20026-11-20'"));
    BOOST_TEST(refusal("in 9999 years").starts_with("'in 9999 years' is in the year"));
    BOOST_TEST(refusal("-99999y").starts_with("'-99999y' is in the year"));
    BOOST_TEST(refusal("in 99999999999 days").starts_with("'in 99999999999 days' is too far"));
}

BOOST_AUTO_TEST_CASE(other_texts_are_refused_with_a_suggestion) {
    BOOST_TEST(refusal("yesteday") == "'yesteday' is not a date | did you mean yesterday?");
    BOOST_TEST(refusal("mondy") == "'mondy' is not a date | did you mean monday?");
    BOOST_TEST(refusal("").starts_with("a date is missing | write 2026-11-20"));
    for (const auto* const text :
         {"soon",
          "last week",
          "next month",
          "november 2026",
          "20",
          "2026",
          "2026-11",
          "2 weeks",
          "9.30",
          "11-20",
          "-2",
          "-w",
          "+d",
          "--2w",
          "2026-11-20-1",
          "1/2/3/4",
          "/",
          "//",
          "-",
          "in weeks",
          "ago",
          "last",
          "next",
          "20 nov 2026 x",
          "monday monday",
          "\x1b[31m",
          "\xff",
          "2026-11-20x",
          "١/٢/٢٠٢٦"}) {
        BOOST_TEST(!refusal(text).starts_with("read as"), text << " was " << refusal(text));
    }
    BOOST_TEST(refusal(std::string(100'000, '1')).size() < 300U);
}

BOOST_AUTO_TEST_CASE(a_date_alone_takes_no_time_of_day) {
    BOOST_TEST(refusal("2026-11-20 14:30").starts_with("'2026-11-20 14:30' has a time of day"));
    BOOST_TEST(refusal("14:30").starts_with("'14:30' has a time of day"));
}

BOOST_AUTO_TEST_CASE(reads_times_of_day) {
    BOOST_TEST(moment("2026-11-20 14:30") == "2026-11-20 14:30");
    BOOST_TEST(moment("2026-11-20T14:30:59") == "2026-11-20 14:30");
    BOOST_TEST(moment("yesterday 9:00") == "2026-11-19 09:00");
    BOOST_TEST(moment("yesterday at 9:00") == "2026-11-19 09:00");
    BOOST_TEST(moment("last monday 2:30 pm") == "2026-11-16 14:30");
    BOOST_TEST(moment("9am") == "2026-11-20 09:00");
    BOOST_TEST(moment("12:15am") == "2026-11-20 00:15");
    BOOST_TEST(moment("12 pm") == "2026-11-20 12:00");
    BOOST_TEST(moment("14:30") == "2026-11-20 14:30");
    BOOST_TEST(moment("now") == "2026-11-20 09:05");
    BOOST_TEST(moment("-2w") == "2026-11-06 09:05");
    BOOST_TEST(moment("3 days ago 23:59") == "2026-11-17 23:59");
}

BOOST_AUTO_TEST_CASE(refuses_times_that_do_not_exist_or_name_a_zone) {
    for (const auto* const text :
         {"24:00",
          "9:60",
          "9:5",
          "14:30:60",
          "13pm",
          "0am",
          "9:00:00:00",
          ":30",
          "today 99:99",
          "2026-11-20 14:",
          "14:30pm"}) {
        BOOST_TEST(
            moment_refusal(text).find("contains a time of day that does not exist") !=
                std::string::npos,
            text << " was " << moment_refusal(text)
        );
    }
    BOOST_TEST(
        moment_refusal("2026-11-20T14:30:00+01:00").find("names a time zone") != std::string::npos
    );
    BOOST_TEST(moment_refusal("2026-11-20T14:30Z").find("names a time zone") != std::string::npos);
    BOOST_TEST(!moment_refusal("am").starts_with("read as"));
    BOOST_TEST(!moment_refusal("14:30 monday monday").starts_with("read as"));
}

BOOST_AUTO_TEST_CASE(every_minute_of_a_day_survives) {
    for (int minute = 0; minute < 24 * 60; ++minute) {
        const auto time = at("2026-11-20", Minutes{minute});
        BOOST_TEST((parse_civil_time(time.str(), now, Sense::past) == time));
    }
}

BOOST_AUTO_TEST_CASE(counts_ages_by_birthdays) {
    BOOST_TEST(age_in_years(on("1984-11-20"), friday) == 42);
    BOOST_TEST(age_in_years(on("1984-11-21"), friday) == 41);
    BOOST_TEST(age_in_years(on("2000-02-29"), on("2001-02-28")) == 0);
    BOOST_TEST(age_in_years(on("2000-02-29"), on("2001-03-01")) == 1);
    BOOST_TEST(age_in_years(on("2000-02-29"), on("2004-02-29")) == 4);
    BOOST_TEST(age_in_years(friday, friday) == 0);
    BOOST_TEST(age_in_years(on("2026-11-21"), friday) == -1);
}

BOOST_AUTO_TEST_CASE(days_are_added_within_the_calendar) {
    BOOST_TEST(on("2026-12-31").plus_days(1).iso() == "2027-01-01");
    BOOST_TEST(on("2028-03-01").plus_days(-1).iso() == "2028-02-29");
    BOOST_CHECK_THROW(static_cast<void>(friday.plus_days(2'000'000'000)), Refused);
    BOOST_CHECK_THROW(static_cast<void>(friday.plus_days(-2'000'000'000)), Refused);
}

BOOST_AUTO_TEST_CASE(zoned_times_show_their_civil_time) {
    const ZonedTime paris{Instant{1'795'181'400s}, 60min}; // 2026-11-20T13:30:00Z
    BOOST_TEST(paris.iso() == "2026-11-20T14:30:00+01:00");
    BOOST_TEST(paris.civil().str() == "2026-11-20 14:30");
    const ZonedTime st_johns{Instant{1'795'181'407s}, -210min};
    BOOST_TEST(st_johns.iso() == "2026-11-20T10:00:07-03:30");
    const ZonedTime before_1970{Instant{-1s}, 0min};
    BOOST_TEST(before_1970.iso() == "1969-12-31T23:59:59+00:00");
    BOOST_TEST(before_1970.civil().str() == "1969-12-31 23:59");
    const ZonedTime over_midnight{Instant{1'795'216'000s}, 60min};
    BOOST_TEST(over_midnight.civil().str() == "2026-11-21 00:06");
}

BOOST_AUTO_TEST_SUITE_END()
