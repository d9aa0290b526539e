// SPDX-License-Identifier: MIT
#include "concept/ago.hpp"

#include <praxis/period.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace praxis::clients {
namespace {

constexpr int days_of_week = 7;
constexpr int days_of_month = 30;
constexpr int days_of_year = 365;

constexpr std::array<std::string_view, 13> numbers{
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve"};

std::optional<int> read_number(std::string_view text) {
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

/// Days in the unit of time; nothing for another word.
std::optional<int> unit_days(std::string_view word) {
    if (word.size() > 2 && word.ends_with('s')) {
        word.remove_suffix(1);
    }
    if (word == "day" || word == "night") {
        return 1;
    }
    if (word == "week" || word == "wk") {
        return days_of_week;
    }
    if (word == "month" || word == "mth") {
        return days_of_month;
    }
    return word == "year" || word == "yr" ? std::optional{days_of_year} : std::nullopt;
}

int days_before(Date day, Date on) {
    return static_cast<int>((on.days() - day.days()).count());
}

Date last_day_of(int year, std::chrono::month month) {
    return Date{std::chrono::year_month_day{std::chrono::year{year} / month / std::chrono::last}};
}

/// Reads the time that begins at one word.
class TimeReader {
  public:
    TimeReader(const std::vector<Word>& words, std::size_t at, std::size_t to, Date on)
        : words_(words), at_(at), to_(to), on_(on) {}

    [[nodiscard]] std::optional<int> read() const {
        for (const auto& days : {fixed(), last(), ago(), post_operative(), in_month(), in_year()}) {
            if (days && *days >= 0) {
                return days;
            }
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::string_view word(std::size_t offset = 0) const {
        return at_ + offset < to_ ? std::string_view{words_[at_ + offset].folded}
                                  : std::string_view{};
    }

    [[nodiscard]] std::optional<int> fixed() const {
        if (word() == "today" || word() == "tonight" ||
            (word() == "this" && word(1) == "morning")) {
            return 0;
        }
        return word() == "yesterday" || (word() == "last" && word(1) == "night") ? std::optional{1}
                                                                                 : std::nullopt;
    }

    /// "last week", "this month": at most two of them ago
    [[nodiscard]] std::optional<int> last() const {
        const auto days = unit_days(word(1));
        if (!days || (word() != "last" && word() != "this" && word() != "past")) {
            return std::nullopt;
        }
        return word() == "last" ? *days : *days - 1;
    }

    /// "ten days ago", "a few weeks ago", "years ago"
    [[nodiscard]] std::optional<int> ago() const {
        const auto plain = unit_days(word());
        if (plain && word(1) == "ago") {
            constexpr int several = 3;
            return *plain * several;
        }
        const auto number =
            word() == "a" || word() == "an" ? std::optional{1} : number_word(word());
        const auto unit = unit_days(word(1));
        if (!number || !unit) {
            return std::nullopt;
        }
        const bool is_ago = word(2) == "ago" || word(2) == "back" || word(2) == "earlier";
        return is_ago ? std::optional{*number * *unit} : std::nullopt;
    }

    /// "POD 3": the third day after an operation
    [[nodiscard]] std::optional<int> post_operative() const {
        return word() == "pod" ? read_number(word(1)) : std::nullopt;
    }

    /// "March", "March 2019"; without a year the last one
    [[nodiscard]] std::optional<int> in_month() const {
        const auto month = find_month(word());
        const bool is_verb = word() == "may" && (at_ == 0 || words_[at_ - 1].folded != "in");
        if (!month || is_verb) {
            return std::nullopt;
        }
        const auto year = year_of(word(1));
        const auto this_year = static_cast<int>(on_.day().year());
        auto day = last_day_of(year.value_or(this_year), *month);
        if (!year && day > on_) {
            day = on_.day().month() == *month ? on_ : last_day_of(this_year - 1, *month);
        }
        return days_before(std::min(day, on_), on_);
    }

    [[nodiscard]] std::optional<int> in_year() const {
        const auto year = year_of(word());
        return year ? std::optional{days_before(
                          std::min(last_day_of(*year, std::chrono::December), on_), on_
                      )}
                    : std::nullopt;
    }

    [[nodiscard]] std::optional<int> year_of(std::string_view text) const {
        constexpr int oldest = 1900;
        const auto number = text.size() == 4 ? read_number(text) : std::nullopt;
        return number && *number >= oldest && *number <= static_cast<int>(on_.day().year())
                   ? number
                   : std::nullopt;
    }

    const std::vector<Word>& words_;
    std::size_t at_;
    std::size_t to_;
    Date on_;
};

} // namespace

std::optional<int> number_word(std::string_view folded) {
    if (folded == "few" || folded == "several") {
        constexpr int several = 3;
        return several;
    }
    if (folded == "couple") {
        return 2;
    }
    const auto* const found = std::find(numbers.begin() + 1, numbers.end(), folded);
    return found == numbers.end() ? read_number(folded)
                                  : std::optional{static_cast<int>(found - numbers.begin())};
}

std::optional<int>
days_ago(const std::vector<Word>& words, std::size_t from, std::size_t to, Date on) {
    for (auto at = from; at < to; ++at) {
        if (const auto days = TimeReader{words, at, to, on}.read()) {
            return days;
        }
    }
    return std::nullopt;
}

std::optional<int> days_ago(std::string_view stored, Date on) {
    const auto period = period_from_iso(stored);
    return period ? std::optional{days_before(std::min(period->last, on), on)} : std::nullopt;
}

} // namespace praxis::clients
