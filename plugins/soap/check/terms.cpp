// SPDX-License-Identifier: MIT
#include "check/terms.hpp"

#include "note/characters.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>

namespace praxis::soap {

namespace {

bool is_small(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF);
}

/// Everything except the punctuation of ASCII and Unicode, the signs of Latin-1 and CJK brackets.
bool is_letter(char32_t code) {
    if (code < 0x80) {
        return is_small(code) || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
    }
    return code >= 0xC0 && (code < 0x2000 || code > 0x206F) && (code < 0x3000 || code > 0x303F) &&
           (code < 0xFF00 || code > 0xFF0F) && code != 0xFF1A && code != 0xFF1B && code != 0xFF1F &&
           code != 0xFEFF;
}

/// Invisible characters inside a word, such as the soft hyphen of a web page.
bool is_ignorable(char32_t code) {
    return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF;
}

bool is_name_beginning(char32_t code) {
    return is_letter(code) && !is_small(code) && (code < '0' || code > '9');
}

bool holds_any(std::string_view gap, const auto& marks) {
    return std::any_of(marks.begin(), marks.end(), [gap](std::string_view mark) {
        return gap.find(mark) != std::string_view::npos;
    });
}

/// A full stop with a space after it: "L4.5" and "Dr.Kim" have none.
bool has_full_stop(std::string_view gap) {
    const auto stop = gap.find('.');
    return stop != std::string_view::npos &&
           gap.find_first_of(" \t\r\n", stop) != std::string_view::npos;
}

/// An empty line, or a line that begins with a dash or a star.
bool begins_item(std::string_view gap) {
    const auto feed = gap.find('\n');
    return feed != std::string_view::npos &&
           gap.find_first_of("\n-*", feed + 1) != std::string_view::npos;
}

} // namespace

std::vector<Word> split_words(std::string_view text, std::string& tail) {
    std::vector<Word> words;
    tail.clear();
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto [first, first_bytes] = character_at(text, at);
        if (!is_letter(first)) {
            tail += text.substr(at, first_bytes);
            at += first_bytes;
            continue;
        }
        Word word{
            .folded = {}, .gap = tail, .capital = is_name_beginning(first), .all_capitals = true};
        while (at < text.size()) {
            const auto [code, bytes] = character_at(text, at);
            if (!is_letter(code) && !is_ignorable(code)) {
                break;
            }
            word.all_capitals = word.all_capitals && !is_small(code);
            at += bytes;
        }
        word.folded = fold(text.substr(begin, at - begin));
        words.push_back(std::move(word));
        tail.clear();
    }
    return words;
}

std::vector<std::string> fold_words(std::string_view text) {
    std::string tail;
    std::vector<std::string> folded;
    for (auto& word : split_words(text, tail)) {
        folded.push_back(std::move(word.folded));
    }
    return folded;
}

bool is_joint(std::string_view gap) {
    static constexpr std::array<std::string_view, 16> apart{
        ",", " - ", ":", ";", "!", "?", "(", ")", "[", "]", "\"", "–", "—", "“", "”", "…"};
    return !holds_any(gap, apart) && !has_full_stop(gap);
}

bool term_begins_at(
    const Term& term, const std::vector<Word>& words, std::size_t at, std::size_t end
) {
    if (term.empty() || at + term.size() > end) {
        return false;
    }
    for (std::size_t i = 0; i < term.size(); ++i) {
        const auto& word = words[at + i];
        if (word.folded != term[i] || (i > 0 && !is_joint(word.gap))) {
            return false;
        }
    }
    return true;
}

bool ends_sentence(std::string_view gap, bool after_abbreviation) {
    static constexpr std::array<std::string_view, 6> marks{"!", "?", ";", "。", "！", "？"};
    return holds_any(gap, marks) || begins_item(gap) || (!after_abbreviation && has_full_stop(gap));
}

} // namespace praxis::soap
