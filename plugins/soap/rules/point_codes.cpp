// SPDX-License-Identifier: MIT
#include "rules/point_codes.hpp"

#include "check/terms.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace praxis::soap::suggest {

namespace {

/// The names of a meridian, in small letters and without marks.
struct Meridian {
    std::string_view name;
    std::string_view code;
};

// The first name of each is the code of the WHO, Standard Acupuncture Nomenclature, 2nd edition
// 1993. The abbreviations are those of the schools in the table of thefifthelement.com.au, and of
// alexander2016natureltherapys.blogspot.com (weak); "tb" is (k).
constexpr std::array<Meridian, 51> meridians{{
    {"lu", "LU"},
    {"lung", "LU"},
    {"li", "LI"},
    {"l i", "LI"},
    {"co", "LI"},
    {"large intestine", "LI"},
    {"st", "ST"},
    {"stomach", "ST"},
    {"sp", "SP"},
    {"spleen", "SP"},
    {"ht", "HT"},
    {"he", "HT"},
    {"h", "HT"},
    {"heart", "HT"},
    {"si", "SI"},
    {"small intestine", "SI"},
    {"bl", "BL"},
    {"ub", "BL"},
    {"bladder", "BL"},
    {"ki", "KI"},
    {"kid", "KI"},
    {"k", "KI"},
    {"kidney", "KI"},
    {"pc", "PC"},
    {"p", "PC"},
    {"hc", "PC"},
    {"hp", "PC"},
    {"pericardium", "PC"},
    {"te", "TE"},
    {"th", "TE"},
    {"tw", "TE"},
    {"tb", "TE"},
    {"sj", "TE"},
    {"triple energizer", "TE"},
    {"triple heater", "TE"},
    {"triple warmer", "TE"},
    {"triple burner", "TE"},
    {"san jiao", "TE"},
    {"gb", "GB"},
    {"gallbladder", "GB"},
    {"gall bladder", "GB"},
    {"lr", "LR"},
    {"lv", "LR"},
    {"liv", "LR"},
    {"liver", "LR"},
    {"gv", "GV"},
    {"du", "GV"},
    {"governing vessel", "GV"},
    {"cv", "CV"},
    {"ren", "CV"},
    {"conception vessel", "CV"},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The words of the text, and "sp6" as two.
std::vector<std::string> letters_and_numbers(std::string_view text) {
    std::vector<std::string> pieces;
    for (const auto& word : fold_words(text)) {
        for (std::size_t at = 0; at < word.size(); ++at) {
            if (at == 0 || is_digit(word[at]) != is_digit(word[at - 1])) {
                pieces.emplace_back();
            }
            pieces.back() += word[at];
        }
    }
    return pieces;
}

/// The number without zeros before it; nothing for a word.
std::optional<std::string> number_of(const std::string& piece) {
    const auto first = piece.find_first_not_of('0');
    const bool is_number = std::all_of(piece.begin(), piece.end(), is_digit);
    return is_number && first != std::string::npos ? std::optional{piece.substr(first)}
                                                   : std::nullopt;
}

} // namespace

std::vector<std::string> point_codes_in(std::string_view text) {
    const auto pieces = letters_and_numbers(text);
    std::vector<std::string> codes;
    for (std::size_t at = 1; at < pieces.size(); ++at) {
        const auto number = number_of(pieces[at]);
        if (!number) {
            continue;
        }
        const auto& last = pieces[at - 1];
        const auto two = at > 1 ? pieces[at - 2] + " " + last : last;
        // "gall bladder 21" is no point of the bladder.
        for (const auto& name : {two, last}) {
            const auto* const found =
                std::find_if(meridians.begin(), meridians.end(), [&name](const Meridian& each) {
                    return each.name == name;
                });
            if (found != meridians.end()) {
                codes.push_back(std::string{found->code} + "-" + *number);
                break;
            }
        }
    }
    return codes;
}

} // namespace praxis::soap::suggest
