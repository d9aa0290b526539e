// SPDX-License-Identifier: MIT
#include "text/code_points.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {

using namespace unicode;

namespace {

/// The text without punctuation at its ends, unless it is all punctuation.
std::string_view without_outer_punctuation(std::string_view word) {
    std::size_t first = word.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto step = step_at(word, at);
        at += step.size;
        if (is_word_part(step.code)) {
            first = std::min(first, step.begin);
            last = at;
        }
    }
    return first < last ? word.substr(first, last - first) : word;
}

/// The offsets of the starts of words in a folded text.
std::vector<std::size_t> word_starts(std::string_view folded) {
    std::vector<std::size_t> starts;
    bool inside = false;
    bool at_space = true;
    for (std::size_t at = 0; at < folded.size();) {
        const auto step = step_at(folded, at);
        const bool part = is_word_part(step.code);
        if (at_space || (part && !inside) || begins_word_anywhere(step.code)) {
            starts.push_back(at);
        }
        inside = part;
        at_space = is_space(step.code);
        at += step.size;
    }
    return starts;
}

} // namespace

bool matches_words(std::string_view text, std::string_view words) {
    const auto folded = fold(text);
    const std::string_view haystack = folded;
    const auto starts = word_starts(haystack);
    const auto sought = split(fold(words), ' ');
    return std::all_of(sought.begin(), sought.end(), [&](const std::string& piece) {
        const auto word = without_outer_punctuation(piece);
        return word.empty() || std::any_of(starts.begin(), starts.end(), [&](std::size_t start) {
                   return haystack.substr(start).starts_with(word);
               });
    });
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (const auto byte = static_cast<unsigned char>(text[at]); byte > 0 && byte < 0x80) {
            ++at; // nearly all text is ASCII
            continue;
        }
        const auto step = step_at(text, at);
        if (step.code == no_code_point || step.code == 0) {
            return at;
        }
        at += step.size;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    constexpr char32_t replacement = 0xFFFD;
    const auto step = step_at(text, at);
    at += step.size;
    return step.code == no_code_point ? replacement : static_cast<char32_t>(step.code);
}

std::string capitalise(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string trim(std::string_view text) {
    std::size_t first = text.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto step = step_at(text, at);
        at += step.size;
        if (!is_space(step.code)) {
            first = std::min(first, step.begin);
            last = at;
        }
    }
    return first < last ? std::string{text.substr(first, last - first)} : std::string{};
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            text += between;
        }
        text += parts[i];
    }
    return text;
}

std::string slug(std::string_view text) {
    constexpr std::size_t most_bytes = 120; // leaves room for numbers and endings in 255
    std::string result;
    const auto folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const auto step = step_at(folded, at);
        at += step.size;
        if (is_word_part(step.code)) {
            if (result.size() + step.size > most_bytes) {
                break;
            }
            append(result, step.code);
        } else if (!result.empty() && !result.ends_with('-') && step.code != '\'') {
            result += '-';
        }
    }
    while (result.ends_with('-')) {
        result.pop_back();
    }
    return result.empty() ? "unnamed" : result;
}

} // namespace praxis
