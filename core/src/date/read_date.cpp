// SPDX-License-Identifier: MIT
#include "readers.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace praxis::dates {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

// In every date field of a practice, a year outside this range is a typing error.
constexpr int first_year = 1800;
constexpr int last_year = 2199;

constexpr int most_steps = 99999; // largest count in "in 3 weeks"

constexpr std::string_view examples =
    "write 2026-11-20, 20 Nov 2026, today, yesterday, monday, last friday, -2w or 3 days ago";

/// "11 December 2026"
std::string long_date(const year_month_day& date) {
    return std::to_string(static_cast<unsigned>(date.day())) + " " + month_name(date.month()) +
           " " + std::to_string(static_cast<int>(date.year()));
}

/// The date `count` months later; if that month is shorter, its last day.
year_month_day plus_months(const year_month_day& from, int count) {
    const auto target = from + months{count};
    return target.ok() ? target
                       : year_month_day{target.year() / target.month() / std::chrono::last};
}

/// Reads one date, counted from `today`.
class DateReader {
  public:
    DateReader(std::string_view written, Date today, Sense sense, DateOrder order)
        : written_(written), today_(today), sense_(sense), order_(order) {}

    [[nodiscard]] Date read(const std::vector<std::string>& tokens) const {
        if (tokens.empty()) {
            refuse("a date is missing");
        }
        if (const auto found = tokens.size() == 1 ? named(tokens[0]) : std::nullopt) {
            return *found;
        }
        if (const auto found = tokens.size() == 1 ? numbers(tokens[0]) : std::nullopt) {
            return *found;
        }
        if (const auto found = on_weekday(tokens)) {
            return *found;
        }
        if (const auto found = counted(tokens)) {
            return *found;
        }
        if (const auto found = with_month_name(tokens)) {
            return *found;
        }
        refuse_period(tokens);
        const auto near =
            tokens.size() == 1 ? did_you_mean(tokens[0], known_words()) : std::nullopt;
        throw UsageError(
            quoted_date(written_) + " is not a date",
            near ? "did you mean " + *near + "?" : std::string{examples}
        );
    }

  private:
    [[noreturn]] void refuse(const std::string& why) const {
        throw UsageError(why, std::string{examples});
    }

    /// Where one day is needed, a month is no date.
    void refuse_period(const std::vector<std::string>& tokens) const {
        const auto period = find_period(tokens, today_, sense_);
        if (!period) {
            return;
        }
        throw UsageError(
            quoted_date(written_) + " is a " + name_of_length(*period) +
                ", and a day is needed here",
            "write one of its days, such as " + period->first.iso()
        );
    }

    static std::vector<std::string> known_words() {
        std::vector<std::string> tokens{"today", "yesterday", "tomorrow", "now"};
        constexpr unsigned days_of_week = 7;
        for (unsigned each = 0; each < days_of_week; ++each) {
            tokens.push_back(weekday_name(weekday{each}));
        }
        return tokens;
    }

    [[nodiscard]] Date checked(const year_month_day& date) const {
        const Date found{date};
        check_year(written_, found);
        return found;
    }

    [[nodiscard]] Date checked(sys_days moment) const { return checked(year_month_day{moment}); }

    /// That day of the month; refused if the month does not have it.
    [[nodiscard]] Date existing(int in_year, int in_month, int in_day) const {
        if (in_month < 1 || in_month > 12) {
            refuse(
                quoted_date(written_) + " does not exist: there is no month " +
                std::to_string(in_month)
            );
        }
        const auto date = year{in_year} / in_month / in_day;
        if (in_day < 1 || in_day > 31 || !date.ok()) {
            const auto last = (year{in_year} / in_month / std::chrono::last).day();
            refuse(
                quoted_date(written_) + " does not exist: " + month_name(date.month()) + " " +
                std::to_string(in_year) + " has " + std::to_string(static_cast<unsigned>(last)) +
                " days"
            );
        }
        return checked(date);
    }

    [[nodiscard]] std::optional<Date> named(std::string_view word) const {
        const auto today = today_.days();
        const auto this_month = today_.day().year() / today_.day().month();
        // The week starts on Monday (ISO 8601).
        const auto monday = today - (weekday{today} - std::chrono::Monday);
        if (word == "today" || word == "now") {
            return today_;
        }
        if (word == "yesterday") {
            return checked(today - days{1});
        }
        if (word == "tomorrow") {
            return checked(today + days{1});
        }
        if (word == "sow") {
            return checked(monday);
        }
        if (word == "eow") {
            return checked(monday + days{6});
        }
        if (word == "som") {
            return checked(this_month / day{1});
        }
        if (word == "eom") {
            return checked(year_month_day{this_month / std::chrono::last});
        }
        return std::nullopt;
    }

    /// "monday", "last monday", "next monday"
    [[nodiscard]] std::optional<Date> on_weekday(const std::vector<std::string>& tokens) const {
        const bool bare = tokens.size() == 1;
        const bool last = tokens.size() == 2 && tokens[0] == "last";
        const bool next = tokens.size() == 2 && tokens[0] == "next";
        const auto wanted = bare || last || next ? find_weekday(tokens.back()) : std::nullopt;
        if (!wanted) {
            return std::nullopt;
        }
        const auto today = today_.days();
        const auto since = weekday{today} - *wanted;
        const auto until = *wanted - weekday{today};
        const auto before = today - (since == days{0} ? days{7} : since);
        const auto after = today + (until == days{0} ? days{7} : until);
        if (bare && since == days{0}) {
            const auto name = weekday_name(*wanted);
            const bool past = sense_ == Sense::past;
            const std::string other = (past ? "last " : "next ") + name;
            throw UsageError(
                quoted_date(written_) + " has two meanings because today is a " + capitalise(name) +
                    ": today, " + today_.iso() + ", or " + other + ", " +
                    Date{past ? before : after}.iso(),
                "write today or \"" + other + "\""
            );
        }
        return checked(last || (bare && sense_ == Sense::past) ? before : after);
    }

    [[nodiscard]] Date moved(int count, char unit) const {
        switch (unit) {
        case 'd':
            return checked(today_.days() + days{count});
        case 'w':
            return checked(today_.days() + days{7 * count});
        case 'm':
            return checked(plus_months(today_.day(), count));
        default:
            return checked(plus_months(today_.day(), 12 * count));
        }
    }

    static std::optional<char> unit_of(std::string_view word) {
        static constexpr std::array<std::string_view, 4> units{"day", "week", "month", "year"};
        for (const auto unit : units) {
            if (word == unit || (word.starts_with(unit) && word.substr(unit.size()) == "s") ||
                (word.size() == 1 && word[0] == unit[0])) {
                return unit[0];
            }
        }
        return std::nullopt;
    }

    static std::optional<int> count_of(std::string_view word) {
        return word == "a" || word == "an" || word == "one" ? std::optional{1} : small_number(word);
    }

    /// "-2w", "+3d", "3 days ago", "in 2 weeks"
    [[nodiscard]] std::optional<Date> counted(const std::vector<std::string>& tokens) const {
        if (tokens.size() == 1) {
            const std::string_view word = tokens[0];
            const bool sign = word.starts_with('-') || word.starts_with('+');
            if (!sign || word.size() < 3) {
                return std::nullopt;
            }
            const auto digits = word.find_first_not_of("0123456789", 1);
            if (digits == word.npos || digits == 1) {
                return std::nullopt;
            }
            const auto count = small_number(word.substr(1, digits - 1));
            const auto unit = unit_of(word.substr(digits));
            if (!unit) {
                return std::nullopt;
            }
            return moved(limited(count) * (word[0] == '-' ? -1 : 1), *unit);
        }
        if (tokens.size() == 3 && tokens[2] == "ago") {
            return counted(tokens[0], tokens[1], -1);
        }
        if (tokens.size() == 3 && tokens[0] == "in") {
            return counted(tokens[1], tokens[2], 1);
        }
        if (tokens.size() == 2 && tokens[1] == "ago") { // "2w ago"
            const auto digits = tokens[0].find_first_not_of("0123456789");
            return digits == std::string::npos || digits == 0
                       ? std::nullopt
                       : counted(tokens[0].substr(0, digits), tokens[0].substr(digits), -1);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Date>
    counted(std::string_view count, std::string_view unit, int direction) const {
        const auto letter = unit_of(unit);
        const bool number = all_digits(count) || count_of(count).has_value();
        if (!letter || !number) {
            return std::nullopt;
        }
        return moved(limited(count_of(count)) * direction, *letter);
    }

    [[nodiscard]] int limited(std::optional<int> count) const {
        if (!count || *count > most_steps) {
            refuse(quoted_date(written_) + " is too far away");
        }
        return *count;
    }

    /// "20 Nov", "Nov 20", "20th November 2026", "Nov 20, 2026"
    [[nodiscard]] std::optional<Date> with_month_name(std::vector<std::string> tokens) const {
        if (tokens.size() < 2 || tokens.size() > 3) {
            return std::nullopt;
        }
        if (!find_month(tokens[0]) && find_month(tokens[1])) {
            std::swap(tokens[0], tokens[1]);
        }
        const auto in_month = find_month(tokens[0]);
        const auto in_day = small_number(without_ordinal(tokens[1]));
        const bool is_year = tokens.size() == 2 && tokens[1].size() == 4; // "March 2019"
        if (!in_month || !in_day || is_year) {
            return std::nullopt;
        }
        const auto number = static_cast<int>(static_cast<unsigned>(*in_month));
        if (tokens.size() == 3) {
            const auto in_year = small_number(tokens[2]);
            return in_year ? std::optional{existing(full_year(tokens[2]), number, *in_day)}
                           : std::nullopt;
        }
        return nearest(number, *in_day);
    }

    static std::string_view without_ordinal(std::string_view word) {
        for (const std::string_view ending : {"st", "nd", "rd", "th", "."}) {
            if (word.ends_with(ending)) {
                return word.substr(0, word.size() - ending.size());
            }
        }
        return word;
    }

    /// The nearest date with that month and day in the direction of `sense_`, today included.
    [[nodiscard]] Date nearest(int in_month, int in_day) const {
        const int this_year = static_cast<int>(today_.day().year());
        const int direction = sense_ == Sense::past ? -1 : 1;
        // 29 February is up to eight years away.
        for (int distance = 0; distance <= 8; ++distance) {
            const auto date = year{this_year + direction * distance} / in_month / in_day;
            if (in_day < 1 || in_day > 31 || !date.ok()) {
                continue;
            }
            const bool reached = sense_ == Sense::past ? sys_days{date} <= today_.days()
                                                       : sys_days{date} >= today_.days();
            if (reached) {
                return checked(date);
            }
        }
        return existing(this_year, in_month, in_day); // throws with the reason
    }

    [[nodiscard]] int full_year(std::string_view digits) const {
        if (digits.size() != 4) {
            refuse(quoted_date(written_) + ": write the year with four digits");
        }
        return *small_number(digits);
    }

    /// "2026-11-20", "20.11.2026", "11/20"
    [[nodiscard]] std::optional<Date> numbers(std::string_view word) const {
        const auto at = word.find_first_of("-/.");
        if (at == word.npos) {
            return std::nullopt;
        }
        const auto parts = split(word, word[at]);
        const bool numeric = std::all_of(parts.begin(), parts.end(), [](const auto& part) {
            return small_number(part).has_value();
        });
        if (!numeric || parts.size() < 2 || parts.size() > 3) {
            return std::nullopt;
        }
        if (parts[0].size() >= 3) {
            if (parts.size() != 3 || parts[1].size() > 2 || parts[2].size() > 2) {
                return std::nullopt;
            }
            return existing(full_year(parts[0]), *small_number(parts[1]), *small_number(parts[2]));
        }
        if (parts[1].size() > 2) {
            return std::nullopt;
        }
        const int first = *small_number(parts[0]);
        const int second = *small_number(parts[1]);
        if (parts.size() == 2) {
            // "9.30" may be a time, and "11-20" is ambiguous.
            return word[at] == '/' ? std::optional{in_order(first, second, std::nullopt)}
                                   : std::nullopt;
        }
        return in_order(first, second, full_year(parts[2]));
    }

    /// Reads two numbers as day and month, in the configured order.
    [[nodiscard]] Date in_order(int first, int second, std::optional<int> in_year) const {
        const auto read = [&](int in_day, int in_month) {
            return in_year ? existing(*in_year, in_month, in_day)
                           : nearest(checked_month(in_month), in_day);
        };
        if (order_ == DateOrder::day_first) {
            return read(first, second);
        }
        if (order_ == DateOrder::month_first) {
            return read(second, first);
        }
        const bool day_first = exists(in_year, second, first);
        const bool month_first = exists(in_year, first, second);
        if (day_first && month_first && first != second) {
            const auto one = read(first, second);
            const auto other = read(second, first);
            throw UsageError(
                quoted_date(written_) + " has two meanings: " + long_date(one.day()) + " (" +
                    one.iso() + ") and " + long_date(other.day()) + " (" + other.iso() + ")",
                "write " + one.iso() + " or " + other.iso() +
                    ", or set the order of your dates: praxis config set dates.order day-first"
            );
        }
        return month_first ? read(second, first) : read(first, second);
    }

    [[nodiscard]] int checked_month(int in_month) const {
        if (in_month < 1 || in_month > 12) {
            refuse(
                quoted_date(written_) + " does not exist: there is no month " +
                std::to_string(in_month)
            );
        }
        return in_month;
    }

    static bool exists(std::optional<int> in_year, int in_month, int in_day) {
        constexpr int leap_year = 2000;
        return in_month >= 1 && in_month <= 12 && in_day >= 1 && in_day <= 31 &&
               (year{in_year.value_or(leap_year)} / in_month / in_day).ok();
    }

    std::string_view written_;
    Date today_;
    Sense sense_;
    DateOrder order_;
};

} // namespace

void check_year(std::string_view written, Date date) {
    const int given = static_cast<int>(date.day().year());
    if (given < first_year || given > last_year) {
        throw UsageError(
            quoted_date(written) + " is in the year " + std::to_string(given) +
                "; the year must be from " + std::to_string(first_year) + " to " +
                std::to_string(last_year),
            std::string{examples}
        );
    }
}

Date read_date(
    std::string_view written,
    const std::vector<std::string>& tokens,
    Date today,
    Sense sense,
    DateOrder order
) {
    return DateReader{written, today, sense, order}.read(tokens);
}

} // namespace praxis::dates
