// SPDX-License-Identifier: MIT
#include "write/shorthand/vocabulary.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace praxis::soap {

namespace {

constexpr int longest_interval = 400; // days

enum class Kind { blank, digit, letter, sign };

Kind kind_of(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= '0' && byte <= '9') {
        return Kind::digit;
    }
    const bool is_letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z');
    return is_letter ? Kind::letter : letter == '/' || letter == '#' ? Kind::sign : Kind::blank;
}

/// Folded words, numbers and slashes: "2x/week" as "2", "x", "/", "week".
std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces;
    auto last = Kind::blank;
    for (const char letter : fold(text)) {
        const auto kind = kind_of(letter);
        if (kind != Kind::blank) {
            if (kind != last || kind == Kind::sign) {
                pieces.emplace_back();
            }
            pieces.back() += letter;
        }
        last = kind;
    }
    return pieces;
}

std::optional<int> number_of(const std::string& piece) {
    int number = 0;
    const auto* const last = piece.data() + piece.size();
    const auto [end, error] = std::from_chars(piece.data(), last, number);
    const bool is_number = error == std::errc{} && end == last;
    return is_number && number > 0 && number < longest_interval ? std::optional{number}
                                                                : std::nullopt;
}

/// The number that stands for "#" where the pattern fits the pieces from there on; 1 where it has
/// none.
std::optional<int>
fit(const std::vector<std::string>& pattern, const std::vector<std::string>& pieces, std::size_t at
) {
    if (at + pattern.size() > pieces.size()) {
        return std::nullopt;
    }
    int number = 1;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto& piece = pieces[at + i];
        const auto read = pattern[i] == "#" ? number_of(piece) : std::nullopt;
        if (!read && pattern[i] != piece) {
            return std::nullopt;
        }
        number = read.value_or(number);
    }
    return number;
}

/// "7 x #" or "7 / #" in whole days.
std::optional<int> days_of(const std::string& formula, int number) {
    const auto parts = split(formula, ' ');
    const auto first = number_of(parts.front());
    if (!first || (parts.size() != 1 && parts.size() != 3)) {
        return std::nullopt;
    }
    const auto second = parts.size() == 1 || parts[2] == "#" ? number : number_of(parts[2]);
    double days = *first;
    if (parts.size() == 3) {
        days = parts[1] == "/" ? days / second.value_or(1) : days * second.value_or(1);
    }
    const auto whole = static_cast<int>(std::floor(days));
    return whole >= 1 && whole <= longest_interval ? std::optional{whole} : std::nullopt;
}

} // namespace

std::optional<int> ShorthandVocabulary::days_between_visits(std::string_view frequency) const {
    const auto pieces = pieces_of(frequency);
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        std::size_t longest = 0;
        std::optional<int> days;
        for (const auto& [words, formula] : intervals_) {
            const auto pattern = pieces_of(words);
            const auto number = pattern.size() > longest ? fit(pattern, pieces, at) : std::nullopt;
            if (number) {
                longest = pattern.size();
                days = days_of(formula, *number);
            }
        }
        if (longest > 0) {
            return days;
        }
    }
    return std::nullopt;
}

} // namespace praxis::soap
