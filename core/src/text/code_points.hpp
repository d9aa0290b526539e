// SPDX-License-Identifier: MIT
/// Reading text code point by code point.
#pragma once
#include <utf8proc.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::unicode {

using CodePoint = utf8proc_int32_t;
using CodePoints = std::vector<CodePoint>;

constexpr CodePoint no_code_point = -1; // a byte that is not UTF-8
constexpr CodePoint emoji_presentation = 0xFE0F;

/// One code point and its place.
struct Step {
    CodePoint code = no_code_point;
    std::size_t begin = 0;
    std::size_t size = 0;
};

Step step_at(std::string_view text, std::size_t begin);
void append(std::string& text, CodePoint code);
CodePoints code_points(std::string_view text);

constexpr bool within(CodePoint code, CodePoint first, CodePoint last) {
    return code >= first && code <= last;
}

constexpr bool is_printable_ascii(CodePoint code) {
    return within(code, 0x20, 0x7E);
}

/// Whether the text is all printable ASCII, as nearly all text is.
bool is_plain_ascii(std::string_view text);

bool is_space(CodePoint code);

/// Whether it is a letter, mark or digit of any script.
bool is_word_part(CodePoint code);

/// Whether a search finds a word that begins at this character, also inside a longer one: scripts
/// without spaces between words, and Hangul, which writes a compound as one word.
bool begins_word_anywhere(CodePoint code);

} // namespace praxis::unicode
