// SPDX-License-Identifier: MIT
#include "text/word_parts.hpp"

#include <cstddef>

namespace praxis {
namespace {

/// Letters outside ASCII too; punctuation outside ASCII beside a hyphen is rare.
bool is_letter(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

} // namespace

std::vector<std::string_view> parts_of_word(std::string_view word) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 1; at + 1 < word.size() && !word.starts_with('-'); ++at) {
        if (word[at] == '-' && is_letter(word[at - 1]) && is_letter(word[at + 1])) {
            parts.push_back(word.substr(begin, at + 1 - begin));
            begin = at + 1;
        }
    }
    parts.push_back(word.substr(begin));
    return parts;
}

} // namespace praxis
