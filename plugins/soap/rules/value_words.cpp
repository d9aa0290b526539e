// SPDX-License-Identifier: MIT
#include "rules/value_words.hpp"

#include "check/terms.hpp"
#include "rules/point_codes.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "almond" and "almonds", but "4" is not "40".
bool continues(const std::string& word, const std::string& wanted) {
    return word.starts_with(wanted) &&
           (word.size() == wanted.size() ||
            !(is_digit(wanted.back()) || is_digit(word[wanted.size()])));
}

bool stands_at(const std::vector<Word>& words, std::size_t at, const Term& wanted) {
    const auto before_last = Term{wanted.begin(), wanted.end() - 1};
    const auto last = at + before_last.size();
    const bool begins = before_last.empty() || term_begins_at(before_last, words, at, last);
    return begins && (before_last.empty() || is_joint(words[last].gap)) &&
           continues(words[last].folded, wanted.back());
}

} // namespace

bool value_names(std::string_view value, std::string_view wanted) {
    if (const auto points = point_codes_in(wanted); !points.empty()) {
        const auto named = point_codes_in(value);
        return std::find(named.begin(), named.end(), points.front()) != named.end();
    }
    std::string tail;
    const auto words = split_words(value, tail);
    const auto term = fold_words(wanted);
    for (std::size_t at = 0; !term.empty() && at + term.size() <= words.size(); ++at) {
        if (stands_at(words, at, term)) {
            return true;
        }
    }
    return false;
}

} // namespace praxis::soap::suggest
