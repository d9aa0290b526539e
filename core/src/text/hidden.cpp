// SPDX-License-Identifier: MIT
#include "text/hidden.hpp"

namespace praxis::unicode {
namespace {

constexpr CodePoint zero_width_non_joiner = 0x200C;
constexpr CodePoint zero_width_joiner = 0x200D;
constexpr CodePoint text_presentation = 0xFE0E;
constexpr CodePoint black_flag = 0x1F3F4;
constexpr int virama_class = 9;

/// Blocks in which Unicode reserves every code point for emoji or for ideographs: those of a later
/// version than utf8proc's tables are still what they look like.
bool is_reserved_picture(CodePoint code) {
    return within(code, 0x1F000, 0x1FAFF);
}

bool is_reserved(CodePoint code) {
    return is_reserved_picture(code) ||
           (within(code, 0x20000, 0x3FFFF) && (code & 0xFFFE) != 0xFFFE);
}

bool is_pictograph(CodePoint code) {
    return code != no_code_point &&
           (utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
            (is_reserved_picture(code) && utf8proc_category(code) == UTF8PROC_CATEGORY_CN));
}

bool is_emoji_modifier(CodePoint code) {
    return within(code, 0x1F3FB, 0x1F3FF);
}

bool is_han(CodePoint code) {
    return within(code, 0x3400, 0x4DBF) || within(code, 0x4E00, 0x9FFF) ||
           within(code, 0xF900, 0xFAFF) || within(code, 0x20000, 0x3FFFF);
}

/// Scripts whose letters join, and whose spelling needs the joiners: Arabic to Sinhala.
bool joins(CodePoint code) {
    return within(code, 0x0620, 0x0DFF) && is_word_part(code);
}

bool is_virama(CodePoint code) {
    return code != no_code_point && utf8proc_get_property(code)->combining_class == virama_class;
}

/// Format characters that a font draws: signs that stand over or before numbers.
bool is_drawn_format(CodePoint code) {
    return within(code, 0x0600, 0x0605) || code == 0x06DD || code == 0x070F ||
           within(code, 0x0890, 0x0891) || code == 0x08E2 || code == 0x110BD || code == 0x110CD;
}

/// Where the tags of a subdivision's flag end, such as those of Wales; `begin` when they are not
/// exactly that: a longer run would carry text that nobody sees.
std::size_t end_of_flag(std::string_view text, std::size_t begin) {
    constexpr CodePoint cancel_tag = 0xE007F;
    constexpr int shortest = 3;
    constexpr int longest = 6;
    int letters = 0;
    for (std::size_t at = begin; at < text.size() && letters <= longest; ++letters) {
        const auto step = step_at(text, at);
        at += step.size;
        if (step.code == cancel_tag) {
            return letters >= shortest ? at : begin;
        }
        if (!within(step.code, 0xE0030, 0xE0039) && !within(step.code, 0xE0061, 0xE007A)) {
            return begin;
        }
    }
    return begin;
}

bool is_hidden(CodePoint code) {
    if (code == no_code_point) {
        return true;
    }
    const auto* const property = utf8proc_get_property(code);
    switch (property->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    case UTF8PROC_CATEGORY_CN:
        return !is_reserved(code);
    case UTF8PROC_CATEGORY_CF:
        return !is_drawn_format(code);
    default:
        return property->ignorable != 0; // Hangul fillers, variation selectors and the like
    }
}

} // namespace

HiddenScanner::Item HiddenScanner::next() {
    const auto step = step_at(text_, at_);
    at_ += step.size;
    if (step.code == black_flag) {
        flag_end_ = end_of_flag(text_, at_);
    }
    const bool hidden = !is_printable_ascii(step.code) && is_hidden(step.code) && !belongs(step);
    before_ = hidden ? no_code_point : step.code;
    return {step, hidden};
}

/// Whether a character without a picture of its own does its work at this place.
bool HiddenScanner::belongs(const Step& step) const {
    const auto code = step.code;
    if (code == zero_width_joiner) {
        const auto after = following();
        const bool emoji = (is_pictograph(before_) || is_emoji_modifier(before_) ||
                            before_ == emoji_presentation) &&
                           (is_pictograph(after) || within(after, 0x2600, 0x27BF));
        return emoji || is_virama(before_) || (joins(before_) && joins(after));
    }
    if (code == zero_width_non_joiner) {
        return is_virama(before_) || (joins(before_) && joins(following()));
    }
    if (code == emoji_presentation || code == text_presentation) {
        return is_pictograph(before_) || within(before_, '0', '9') || before_ == '#' ||
               before_ == '*' || is_han(before_);
    }
    if (within(code, 0xFE00, 0xFE0D) || within(code, 0xE0100, 0xE01EF)) {
        return is_han(before_);
    }
    return step.begin < flag_end_; // a tag of the flag
}

CodePoint HiddenScanner::following() const {
    return at_end() ? no_code_point : step_at(text_, at_).code;
}

} // namespace praxis::unicode
