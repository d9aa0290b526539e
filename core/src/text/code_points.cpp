// SPDX-License-Identifier: MIT
#include "code_points.hpp"

#include <algorithm>

namespace praxis::unicode {

Step step_at(std::string_view text, std::size_t begin) {
    const auto lead = static_cast<unsigned char>(text[begin]);
    if (lead < 0x80) {
        return {lead, begin, 1};
    }
    CodePoint code = no_code_point;
    const auto size = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + begin,
        static_cast<utf8proc_ssize_t>(text.size() - begin),
        &code
    );
    return size > 0 ? Step{code, begin, static_cast<std::size_t>(size)}
                    : Step{no_code_point, begin, 1};
}

void append(std::string& text, CodePoint code) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(code, bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

CodePoints code_points(std::string_view text) {
    CodePoints result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto step = step_at(text, at);
        result.push_back(step.code);
        at += step.size;
    }
    return result;
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= 0x20 && letter < 0x7F;
    });
}

bool is_space(CodePoint code) {
    return within(code, 0x09, 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || within(code, 0x2000, 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

bool is_word_part(CodePoint code) {
    if (code == no_code_point) {
        return false;
    }
    const auto category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool begins_word_anywhere(CodePoint code) {
    return within(code, 0x0E00, 0x0EFF) || // Thai, Lao
           within(code, 0x1000, 0x109F) || // Burmese
           within(code, 0x1780, 0x17FF) || // Khmer
           within(code, 0x3005, 0x3007) || // marks among Han
           within(code, 0x3041, 0x30FF) || // kana
           within(code, 0x3400, 0x9FFF) || // Han
           within(code, 0xAC00, 0xD7A3) || // Hangul, composed as fold() leaves it
           within(code, 0xF900, 0xFAFF) || // Han
           within(code, 0x20000, 0x3FFFF); // rarer Han
}

} // namespace praxis::unicode
