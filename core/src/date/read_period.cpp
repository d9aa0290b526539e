// SPDX-License-Identifier: MIT
#include "date/readers.hpp"

#include <praxis/error.hpp>
#include <praxis/period.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cstdlib>

namespace praxis {

namespace {

using dates::small_number;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::size_t digits_of_year = 4;

Period of_days(sys_days first, sys_days last) {
    const Date from{year_month_day{first}};
    return {.first = from, .last = Date{year_month_day{last}}, .text = from.iso()};
}

Period of_month(year_month date) {
    auto period = of_days(
        sys_days{date / std::chrono::day{1}}, sys_days{year_month_day{date / std::chrono::last}}
    );
    period.text.resize(std::string_view{"2019-03"}.size());
    return period;
}

Period of_year(year date) {
    auto period = of_days(
        sys_days{date / std::chrono::January / 1}, sys_days{date / std::chrono::December / 31}
    );
    period.text.resize(digits_of_year);
    return period;
}

/// The week from Monday to Sunday (ISO 8601) that is `count` weeks after the week of that day.
Period of_week(Date day, int count) {
    const auto monday = day.days() - (weekday{day.days()} - std::chrono::Monday);
    return of_days(monday + days{7 * count}, monday + days{7 * count + 6});
}

std::optional<year> find_year(std::string_view word) {
    const auto number = word.size() == digits_of_year ? small_number(word) : std::nullopt;
    return number && *number > 0 ? std::optional{year{*number}} : std::nullopt;
}

/// "03" or "3" of 2019-03 and 03/2019.
std::optional<month> month_by_number(std::string_view word) {
    const auto number = word.size() <= 2 ? small_number(word) : std::nullopt;
    return number && *number >= 1 && *number <= 12
               ? std::optional{month{static_cast<unsigned>(*number)}}
               : std::nullopt;
}

/// "2019", "2019-03", "03/2019"
std::optional<Period> by_numbers(std::string_view word) {
    if (const auto whole = find_year(word)) {
        return of_year(*whole);
    }
    const auto parts = split(word, word.find('/') == word.npos ? '-' : '/');
    if (parts.size() != 2) {
        return std::nullopt;
    }
    const bool year_first = parts[0].size() == digits_of_year;
    const auto in_year = find_year(parts[year_first ? 0 : 1]);
    const auto in_month = month_by_number(parts[year_first ? 1 : 0]);
    return in_year && in_month ? std::optional{of_month(*in_year / *in_month)} : std::nullopt;
}

/// The newest month of that name that has begun, or for the future the next that has not ended.
Period nearest_month(month named, Date today, Sense sense) {
    const auto this_month = today.day().year() / today.day().month();
    auto date = today.day().year() / named;
    if (sense == Sense::past && date > this_month) {
        date -= std::chrono::years{1};
    }
    if (sense == Sense::future && date < this_month) {
        date += std::chrono::years{1};
    }
    return of_month(date);
}

/// "last week", "this month", "next year"
std::optional<Period> beside_today(std::string_view which, std::string_view unit, Date today) {
    const int count = which == "last" ? -1 : which == "next" ? 1 : 0;
    if (count == 0 && which != "this") {
        return std::nullopt;
    }
    if (unit == "week") {
        return of_week(today, count);
    }
    if (unit == "month") {
        return of_month(today.day().year() / today.day().month() + std::chrono::months{count});
    }
    return unit == "year" ? std::optional{of_year(today.day().year() + std::chrono::years{count})}
                          : std::nullopt;
}

} // namespace

namespace dates {

std::optional<Period> find_period(const std::vector<std::string>& tokens, Date today, Sense sense) {
    if (tokens.size() == 1) {
        const auto named = find_month(tokens[0]);
        return named ? nearest_month(*named, today, sense) : by_numbers(tokens[0]);
    }
    const bool of_three = tokens.size() == 3 && tokens[1] == "of"; // "March of 2019"
    if (tokens.size() != 2 && !of_three) {
        return std::nullopt;
    }
    const auto named = find_month(tokens.front());
    const auto in_year = find_year(tokens.back());
    if (named && in_year) {
        return of_month(*in_year / *named);
    }
    return tokens.size() == 2 ? beside_today(tokens[0], tokens[1], today) : std::nullopt;
}

std::string name_of_length(const Period& period) {
    constexpr int days_of_week = 7;
    const auto length = (period.last.days() - period.first.days()).count() + 1;
    return length == days_of_week ? "week" : length > 31 ? "year" : "month";
}

} // namespace dates

Period parse_period(std::string_view text, Date today, Sense sense, DateOrder order) {
    if (const auto period = dates::find_period(dates::tokens_of(text), today, sense)) {
        dates::check_year(text, period->first);
        return *period;
    }
    const auto day = parse_date(text, today, sense, order);
    return {.first = day, .last = day, .text = day.iso()};
}

std::optional<Period> period_from_iso(std::string_view text) {
    if (const auto day = Date::from_iso(text)) {
        return Period{.first = *day, .last = *day, .text = std::string{text}};
    }
    const auto period = by_numbers(text);
    return period && period->text == text ? period : std::nullopt;
}

} // namespace praxis
