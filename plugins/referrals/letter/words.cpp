// SPDX-License-Identifier: MIT
#include "letter/words.hpp"

#include "fields.hpp"

#include <praxis/period.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace praxis::referrals {
namespace {

/// A length of time, with one and with several of its unit.
struct Unit {
    std::string_view one;
    std::string_view several;
};

constexpr Unit in_days{"1 day ago", "{n} days ago"};
constexpr Unit in_weeks{"1 week ago", "{n} weeks ago"};
constexpr Unit in_months{"1 month ago", "{n} months ago"};
constexpr Unit in_years{"1 year ago", "{n} years ago"};

std::string count_ago(long count, const Unit& unit, const Language& language) {
    return language.say(count == 1 ? unit.one : unit.several, {{"n", std::to_string(count)}});
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

std::string months_ago(int months, const Language& language) {
    constexpr int two_years = 24;
    return months < two_years ? count_ago(months, in_months, language)
                              : count_ago(months / 12, in_years, language);
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

std::string time_ago(Date day, Date today, const Language& language) {
    constexpr long days_of_a_week = 7;
    constexpr long two_weeks = 14;
    constexpr long weeks_shown = 9;
    const long days = (today.days() - day.days()).count();
    if (days <= 0) {
        return language.say("today");
    }
    if (days < two_weeks) {
        return count_ago(days, in_days, language);
    }
    if (days <= weeks_shown * days_of_a_week) {
        return count_ago(days / days_of_a_week, in_weeks, language);
    }
    return months_ago(months_between(day, today), language);
}

std::string since_text(const std::string& day, Date today, const Language& language) {
    if (const auto whole = Date::from_iso(day)) {
        return day + " (" + time_ago(*whole, today, language) + ")";
    }
    const auto period = period_from_iso(day);
    if (!period) {
        return day;
    }
    constexpr std::size_t month_size = 7; // "2026-03"
    const auto text = day.size() == month_size ? language.month(period->first) : day;
    const int months = months_between(period->first, today);
    return months < 1
               ? text
               : text + " (" +
                     language.say("about {time}", {{"time", months_ago(months, language)}}) + ")";
}

std::string salutation_of(const Provider& provider, const Language& language) {
    if (provider.salutation) {
        return *provider.salutation;
    }
    const auto greet = [&language](const std::string& name) {
        return language.say("Dear {name}", {{"name", name}});
    };
    const auto words = words_of(provider.name);
    const auto titles = title_words(words);
    if (provider.title && !words.empty()) {
        return greet(*provider.title + " " + words.back());
    }
    if (titles > 0) {
        return greet(
            join({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(titles)}, " ") + " " +
            words.back()
        );
    }
    return greet(provider.name);
}

std::string to_profession(const Provider& provider, const Language& language) {
    if (provider.profession == "other") {
        return {};
    }
    const auto name = language.profession(provider.profession);
    const bool vowel = std::string_view{"aeiou"}.find(name.front()) != std::string_view::npos;
    return language.say(vowel ? "to an {profession}" : "to a {profession}", {{"profession", name}});
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

std::vector<std::string> receiver_lines(const Provider& provider, const Language& language) {
    std::vector<std::string> lines{full_name_of(provider)};
    if (!provider.credentials && provider.profession != "other") {
        lines.push_back(capitalise(language.profession(provider.profession)));
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
