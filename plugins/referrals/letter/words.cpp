// SPDX-License-Identifier: MIT
#include "letter/words.hpp"

#include "fields.hpp"

#include <praxis/document_dates.hpp>
#include <praxis/period.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace praxis::referrals {
namespace {

std::string count_ago(long count, const std::string& unit) {
    return std::to_string(count) + " " + unit + (count == 1 ? " ago" : "s ago");
}

/// Whole months between two days.
int months_between(Date from, Date to) {
    const auto first = from.day();
    const auto last = to.day();
    const int months = (static_cast<int>(last.year()) - static_cast<int>(first.year())) * 12 +
                       static_cast<int>(static_cast<unsigned>(last.month())) -
                       static_cast<int>(static_cast<unsigned>(first.month()));
    return months - (last.day() < first.day() ? 1 : 0);
}

std::string months_ago(int months) {
    constexpr int two_years = 24;
    return months < two_years ? count_ago(months, "month") : count_ago(months / 12, "year");
}

/// "Dr.", "Prof. Dr.": the titles at the beginning of a name.
std::size_t title_words(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 4> titles{"dr", "prof", "doctor", "professor"};
    std::size_t count = 0;
    while (count + 1 < words.size()) {
        auto word = fold(words[count]);
        if (!word.empty() && word.back() == '.') {
            word.pop_back();
        }
        if (std::find(titles.begin(), titles.end(), word) == titles.end()) {
            break;
        }
        ++count;
    }
    return count;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (const auto& word : split(text, ' ')) {
        if (!word.empty()) {
            words.push_back(word);
        }
    }
    return words;
}

/// Letters above the Latin blocks of Unicode; marks and punctuation count as Latin.
bool is_foreign(char32_t code) {
    constexpr char32_t after_latin = 0x370; // Greek and Coptic
    constexpr char32_t extended_first = 0x1E00;
    constexpr char32_t extended_last = 0x1EFF;
    constexpr char32_t punctuation_first = 0x2000;
    constexpr char32_t punctuation_last = 0x206F;
    return code >= after_latin && !(code >= extended_first && code <= extended_last) &&
           !(code >= punctuation_first && code <= punctuation_last);
}

} // namespace

std::string time_ago(Date day, Date today) {
    constexpr long days_of_a_week = 7;
    constexpr long two_weeks = 14;
    constexpr long weeks_shown = 9;
    const long days = (today.days() - day.days()).count();
    if (days <= 0) {
        return "today";
    }
    if (days < two_weeks) {
        return count_ago(days, "day");
    }
    if (days <= weeks_shown * days_of_a_week) {
        return count_ago(days / days_of_a_week, "week");
    }
    return months_ago(months_between(day, today));
}

std::string since_text(const std::string& day, Date today) {
    if (const auto whole = Date::from_iso(day)) {
        return day + " (" + time_ago(*whole, today) + ")";
    }
    const auto period = period_from_iso(day);
    if (!period) {
        return day;
    }
    constexpr std::size_t month_size = 7; // "2026-03"
    constexpr std::size_t first_day = 2;  // "1 "
    const auto text = day.size() == month_size
                          ? write_date(period->first, DateForm::day_month_year).substr(first_day)
                          : day;
    const int months = months_between(period->first, today);
    return months < 1 ? text : text + " (about " + months_ago(months) + ")";
}

std::string salutation_of(const Provider& provider) {
    if (provider.salutation) {
        return *provider.salutation;
    }
    const auto words = words_of(provider.name);
    const auto titles = title_words(words);
    if (provider.title && !words.empty()) {
        return "Dear " + *provider.title + " " + words.back();
    }
    if (titles > 0) {
        return "Dear " +
               join({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(titles)}, " ") +
               " " + words.back();
    }
    return "Dear " + provider.name;
}

std::string one_of_profession(const Provider& provider) {
    if (provider.profession == "other") {
        return {};
    }
    const auto name = display_name(provider.profession);
    const bool vowel = std::string_view{"aeiou"}.find(name.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + name;
}

bool is_latin(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_foreign(next_code_point(text, at))) {
            return false;
        }
    }
    return true;
}

LetterName name_of(const clients::Client& client) {
    if (is_latin(client.full_name)) {
        return {client.full_name, client.full_name, false};
    }
    const auto latin = trim(client.given + " " + client.family);
    if (latin.empty() || !is_latin(latin)) {
        return {client.full_name, client.full_name, true};
    }
    return {latin, latin + " (" + client.full_name + ")", false};
}

std::vector<std::string> receiver_lines(const Provider& provider) {
    std::vector<std::string> lines{full_name_of(provider)};
    if (!provider.credentials && provider.profession != "other") {
        lines.push_back(capitalise(display_name(provider.profession)));
    }
    if (provider.organisation) {
        lines.push_back(*provider.organisation);
    }
    for (const auto& line : split(provider.address.value_or(""), '\n')) {
        if (!trim(line).empty()) {
            lines.push_back(trim(line));
        }
    }
    return lines;
}

std::string join_present(const std::vector<std::string>& parts, const std::string& between) {
    std::vector<std::string> present;
    for (const auto& part : parts) {
        if (!part.empty()) {
            present.push_back(part);
        }
    }
    return join(present, between);
}

} // namespace praxis::referrals
