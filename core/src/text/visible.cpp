// SPDX-License-Identifier: MIT
#include "code_points.hpp"

#include <praxis/text.hpp>

#include <cstdint>

namespace praxis {

using namespace unicode;

namespace {

constexpr CodePoint zero_width_non_joiner = 0x200C;
constexpr CodePoint zero_width_joiner = 0x200D;
constexpr CodePoint text_presentation = 0xFE0E;
constexpr CodePoint black_flag = 0x1F3F4;
constexpr int virama_class = 9;

bool is_pictograph(CodePoint code) {
    return code != no_code_point &&
           utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_emoji_modifier(CodePoint code) {
    return within(code, 0x1F3FB, 0x1F3FF);
}

bool is_han(CodePoint code) {
    return within(code, 0x3400, 0x4DBF) || within(code, 0x4E00, 0x9FFF) ||
           within(code, 0xF900, 0xFAFF) || within(code, 0x20000, 0x3FFFF);
}

/// Whether the script's spelling needs joiners: Arabic to Sinhala.
bool joins(CodePoint code) {
    return within(code, 0x0620, 0x0DFF) && is_word_part(code);
}

bool is_tag(CodePoint code) {
    return within(code, 0xE0020, 0xE007F);
}

/// Whether a font draws the format character: signs over or before numbers.
bool is_drawn_format(CodePoint code) {
    return within(code, 0x0600, 0x0605) || code == 0x06DD || code == 0x070F ||
           within(code, 0x0890, 0x0891) || code == 0x08E2 || code == 0x110BD || code == 0x110CD;
}

/// Whether an invisible character has a function between its neighbours, as in an emoji, a Persian
/// word or a Japanese name.
bool belongs(CodePoint code, CodePoint before, CodePoint after, bool in_flag) {
    if (code == zero_width_joiner) {
        const bool emoji =
            (is_pictograph(before) || is_emoji_modifier(before) || before == emoji_presentation) &&
            (is_pictograph(after) || within(after, 0x2600, 0x27BF));
        const bool half_form = before != no_code_point &&
                               utf8proc_get_property(before)->combining_class == virama_class;
        return emoji || half_form || (joins(before) && joins(after));
    }
    if (code == zero_width_non_joiner) {
        return joins(before) && joins(after);
    }
    if (code == emoji_presentation || code == text_presentation) {
        return is_pictograph(before) || within(before, '0', '9') || before == '#' ||
               before == '*' || is_han(before);
    }
    if (within(code, 0xFE00, 0xFE0D) || within(code, 0xE0100, 0xE01EF)) {
        return is_han(before);
    }
    return in_flag && is_tag(code);
}

bool is_hidden(CodePoint code) {
    const auto* const property = utf8proc_get_property(code);
    switch (property->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    case UTF8PROC_CATEGORY_CF:
        return !is_drawn_format(code);
    default:
        // Hangul fillers, variation selectors and similar characters; noncharacters.
        return property->ignorable != 0 || (code & 0xFFFE) == 0xFFFE ||
               within(code, 0xFDD0, 0xFDEF);
    }
}

void append_hex(std::string& text, std::uint32_t number, unsigned digits) {
    constexpr std::string_view letters = "0123456789abcdef";
    while (digits-- > 0) {
        text += letters[(number >> (4 * digits)) & 0xFU];
    }
}

void append_escape(std::string& text, CodePoint code) {
    constexpr std::string_view named = "\t\n\r";
    constexpr std::string_view names = "tnr";
    const auto place = code < 0x80 ? named.find(static_cast<char>(code)) : named.npos;
    const auto number = static_cast<std::uint32_t>(code);
    text += '\\';
    if (place != named.npos) {
        text += names[place];
    } else if (code < 0x80) {
        text += 'x';
        append_hex(text, number, 2);
    } else if (code < 0x10000) {
        text += 'u';
        append_hex(text, number, 4);
    } else {
        text += 'U';
        append_hex(text, number, 8);
    }
}

} // namespace

std::string visible(std::string_view text, bool keep_lines) {
    if (is_plain_ascii(text)) {
        return std::string{text};
    }
    std::string result;
    result.reserve(text.size());
    CodePoint before = no_code_point;
    bool in_flag = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto step = step_at(text, at);
        at += step.size;
        if (step.code == no_code_point) {
            result += "\\x";
            append_hex(result, static_cast<unsigned char>(text[step.begin]), 2);
        } else if (step.code == '\n' && keep_lines) {
            result += '\n';
        } else {
            const auto after = at < text.size() ? step_at(text, at).code : no_code_point;
            if (!is_hidden(step.code) || belongs(step.code, before, after, in_flag)) {
                result += text.substr(step.begin, step.size);
                in_flag = step.code == black_flag || (in_flag && is_tag(step.code));
                before = step.code;
                continue;
            }
            append_escape(result, step.code);
        }
        // An escaped character is not a neighbour of the next one.
        in_flag = false;
        before = no_code_point;
    }
    return result;
}

} // namespace praxis
