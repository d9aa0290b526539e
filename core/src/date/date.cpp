// SPDX-License-Identifier: MIT
#include "date/readers.hpp"

#include <praxis/date.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace praxis {

namespace {

using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::size_t longest_quote = 40;

} // namespace

namespace dates {

std::string quoted_date(std::string_view written) {
    return "'" + truncate_to_width(visible(written), longest_quote) + "'";
}

std::vector<std::string> tokens_of(std::string_view text) {
    auto folded = fold(text);
    std::replace(folded.begin(), folded.end(), ',', ' ');
    const auto digit = [&folded](std::size_t at) {
        return at < folded.size() && folded[at] >= '0' && folded[at] <= '9';
    };
    for (std::size_t at = 1; at < folded.size(); ++at) {
        if (folded[at] == 't' && digit(at - 1) && digit(at + 1)) {
            folded[at] = ' ';
        }
    }
    std::vector<std::string> tokens;
    for (auto& token : split(folded, ' ')) {
        if (!token.empty()) {
            tokens.push_back(std::move(token));
        }
    }
    return tokens;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::optional<int> small_number(std::string_view text) {
    if (!all_digits(text) || text.size() > 5) {
        return std::nullopt;
    }
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace dates

using dates::quoted_date;
using dates::small_number;
using dates::tokens_of;

std::optional<Date> Date::from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto in_year = small_number(text.substr(0, 4));
    const auto in_month = small_number(text.substr(5, 2));
    const auto in_day = small_number(text.substr(8, 2));
    if (!in_year || !in_month || !in_day || *in_year == 0) {
        return std::nullopt;
    }
    const auto date = year{*in_year} / *in_month / *in_day;
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::string Date::iso() const {
    return fmt::format(
        FMT_COMPILE("{:04}-{:02}-{:02}"),
        static_cast<int>(day_.year()),
        static_cast<unsigned>(day_.month()),
        static_cast<unsigned>(day_.day())
    );
}

Date Date::plus_days(int count) const {
    const auto moment = days() + std::chrono::days{count};
    // The last day that has a year of four digits.
    constexpr auto first = sys_days{year{1} / 1 / 1};
    constexpr auto last = sys_days{year{9999} / 12 / 31};
    if (moment < first || moment > last) {
        throw Refused(std::to_string(count) + " days from " + iso() + " is after the year 9999");
    }
    return Date{year_month_day{moment}};
}

int age_in_years(Date born, Date on) {
    auto birthday = year_month_day{on.day().year(), born.day().month(), born.day().day()};
    if (!birthday.ok()) {
        birthday = on.day().year() / std::chrono::March / 1;
    }
    const int difference = static_cast<int>(on.day().year()) - static_cast<int>(born.day().year());
    return sys_days{birthday} <= on.days() ? difference : difference - 1;
}

std::string CivilTime::str() const {
    const auto total = static_cast<int>(time_of_day.count());
    return fmt::format(FMT_COMPILE("{} {:02}:{:02}"), date.iso(), total / 60, total % 60);
}

CivilTime ZonedTime::civil() const {
    const auto local = instant + offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    return {Date{year_month_day{midnight}}, std::chrono::floor<minutes>(local - midnight)};
}

std::string ZonedTime::iso() const {
    const auto local = instant + offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto second = static_cast<int>((local - midnight).count());
    const auto east = static_cast<int>(offset.count());
    const int distance = east < 0 ? -east : east;
    return fmt::format(
        FMT_COMPILE("{}T{:02}:{:02}:{:02}{}{:02}:{:02}"),
        Date{year_month_day{midnight}}.iso(),
        second / 3600,
        second / 60 % 60,
        second % 60,
        east < 0 ? '-' : '+',
        distance / 60,
        distance % 60
    );
}

std::optional<ZonedTime> ZonedTime::from_iso(std::string_view text) {
    const bool shaped = text.size() == 25 && text[10] == 'T' && text[13] == ':' &&
                        text[16] == ':' && (text[19] == '+' || text[19] == '-') && text[22] == ':';
    if (!shaped) {
        return std::nullopt;
    }
    const auto date = Date::from_iso(text.substr(0, 10));
    const auto hour = small_number(text.substr(11, 2));
    const auto minute = small_number(text.substr(14, 2));
    const auto second = small_number(text.substr(17, 2));
    const auto hours_east = small_number(text.substr(20, 2));
    const auto minutes_east = small_number(text.substr(23, 2));
    if (!date || !hour || !minute || !second || !hours_east || !minutes_east || *hour > 23 ||
        *minute > 59 || *second > 59 || *minutes_east > 59) {
        return std::nullopt;
    }
    const Minutes east{(text[19] == '-' ? -1 : 1) * (*hours_east * 60 + *minutes_east)};
    const auto local =
        date->days() + std::chrono::hours{*hour} + minutes{*minute} + std::chrono::seconds{*second};
    return ZonedTime{Instant{local - east}, east};
}

Date parse_date(std::string_view text, Date today, Sense sense, DateOrder order) {
    const auto tokens = tokens_of(text);
    auto rest = tokens;
    if (dates::take_time_of_day(text, rest)) {
        throw UsageError(
            quoted_date(text) + " has a time of day, but only a date is allowed here",
            "leave out the time"
        );
    }
    return dates::read_date(text, tokens, today, sense, order);
}

CivilTime parse_civil_time(std::string_view text, CivilTime now, Sense sense, DateOrder order) {
    auto tokens = tokens_of(text);
    const auto time = dates::take_time_of_day(text, tokens);
    if (time && tokens.empty()) {
        return {now.date, *time};
    }
    return {dates::read_date(text, tokens, now.date, sense, order), time.value_or(now.time_of_day)};
}

} // namespace praxis
