// SPDX-License-Identifier: MIT
#include "plan/frequency.hpp"

#include <praxis/text.hpp>

#include <array>
#include <charconv>
#include <vector>

namespace praxis::plans {
namespace {

constexpr int days_of_week = 7;
constexpr int days_of_month = 30;
constexpr int most_days = 366;

std::optional<int> read_number(std::string_view word) {
    if (word == "once" || word == "a" || word == "one") {
        return 1;
    }
    if (word == "twice" || word == "two") {
        return 2;
    }
    int number = 0;
    const auto* end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, number);
    const bool is_whole = read.ec == std::errc{} && read.ptr == end;
    return is_whole && number > 0 && number <= most_days ? std::optional{number} : std::nullopt;
}

std::optional<int> days_of_unit(std::string_view word) {
    if (word.ends_with('s')) {
        word.remove_suffix(1);
    }
    if (word == "day") {
        return 1;
    }
    if (word == "week") {
        return days_of_week;
    }
    return word == "month" ? std::optional{days_of_month} : std::nullopt;
}

/// "daily", "weekly", "fortnightly", "monthly"
std::optional<Frequency> read_adverb(std::string_view word) {
    if (word == "daily") {
        return Frequency{1, 1};
    }
    if (word == "weekly") {
        return Frequency{days_of_week, days_of_week};
    }
    if (word == "fortnightly") {
        return Frequency{2 * days_of_week, 2 * days_of_week};
    }
    return word == "monthly" ? std::optional{Frequency{days_of_month, days_of_month}}
                             : std::nullopt;
}

/// "twice a week", "3 times a week", "3 times per month"
std::optional<Frequency> read_times(std::vector<std::string> words) {
    std::erase(words, "times");
    std::erase(words, "time");
    if (words.size() != 3 || (words[1] != "a" && words[1] != "per")) {
        return std::nullopt;
    }
    const auto times = read_number(words[0]);
    const auto span = days_of_unit(words[2]);
    if (!times || !span || *times > *span) {
        return std::nullopt;
    }
    return Frequency{*span / *times, (*span + *times - 1) / *times};
}

/// "every week", "every 10 days", "every 1 to 2 weeks"
std::optional<Frequency> read_every(std::vector<std::string> words) {
    if (words.empty() || words.front() != "every") {
        return std::nullopt;
    }
    words.erase(words.begin());
    std::erase(words, "to");
    if (words.empty() || words.size() > 3) {
        return std::nullopt;
    }
    const auto unit = days_of_unit(words.back());
    const auto least = words.size() == 1 ? std::optional{1} : read_number(words.front());
    const auto most = words.size() == 3 ? read_number(words[1]) : least;
    if (!unit || !least || !most || *least > *most || *most * *unit > most_days) {
        return std::nullopt;
    }
    return Frequency{*least * *unit, *most * *unit};
}

std::string amount(int least, int most, const std::string& unit) {
    if (least == most) {
        return least == 1 ? "every " + unit : "every " + std::to_string(least) + " " + unit + "s";
    }
    return "every " + std::to_string(least) + " to " + std::to_string(most) + " " + unit + "s";
}

} // namespace

std::optional<Frequency> read_frequency(std::string_view text) {
    auto plain = fold(text);
    for (std::size_t i = 1; i < plain.size(); ++i) { // "3-4 weeks"
        if (plain[i] == '-' && plain[i - 1] >= '0' && plain[i - 1] <= '9') {
            plain[i] = ' ';
        }
    }
    std::vector<std::string> words;
    for (auto& word : split(plain, ' ')) {
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
    }
    if (words.size() == 1) {
        return read_adverb(words.front());
    }
    if (const auto every = read_every(words)) {
        return every;
    }
    return read_times(words);
}

std::string frequency_text(const Frequency& frequency) {
    static const std::array<std::pair<Frequency, const char*>, 2> in_a_week{
        {{{3, 4}, "twice a week"}, {{2, 3}, "3 times a week"}}};
    for (const auto& [known, text] : in_a_week) {
        if (known == frequency) {
            return text;
        }
    }
    const auto are_whole = [&](int days) {
        return frequency.days_least % days == 0 && frequency.days_most % days == 0;
    };
    if (are_whole(days_of_month)) {
        return amount(
            frequency.days_least / days_of_month, frequency.days_most / days_of_month, "month"
        );
    }
    if (are_whole(days_of_week)) {
        return amount(
            frequency.days_least / days_of_week, frequency.days_most / days_of_week, "week"
        );
    }
    return amount(frequency.days_least, frequency.days_most, "day");
}

std::string days_text(int days) {
    if (days < 2 * days_of_week) {
        return std::to_string(days) + (days == 1 ? " day" : " days");
    }
    return std::to_string(days / days_of_week) + " weeks";
}

} // namespace praxis::plans
