// SPDX-License-Identifier: MIT
#include "clean_text.hpp"

#include <algorithm>
#include <array>

namespace praxis::exports {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code = replacement;
    std::size_t bytes = 1;
};

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80U) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC2U ? 2 : 0;
    if (length == 0 || lead > 0xF4U) {
        return {};
    }
    constexpr std::array<unsigned, 5> lead_bits{0, 0x7FU, 0x1FU, 0x0FU, 0x07U};
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    char32_t code = lead & lead_bits.at(length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    if (code < least.at(length) || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return {};
    }
    return {code, length};
}

bool turns_the_line(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xFEFF;
}

std::string escaped(char32_t code) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = code <= 0xFF ? "\\x" : "\\u";
    for (int shift = code <= 0xFF ? 4 : 12; shift >= 0; shift -= 4) {
        text += digits[(code >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

} // namespace

void append_code_point(std::string& text, char32_t code) {
    const auto push = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        push(code);
    } else if (code < 0x800) {
        push(0xC0U | (code >> 6U));
        push(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        push(0xE0U | (code >> 12U));
        push(0x80U | ((code >> 6U) & 0x3FU));
        push(0x80U | (code & 0x3FU));
    } else {
        push(0xF0U | (code >> 18U));
        push(0x80U | ((code >> 12U) & 0x3FU));
        push(0x80U | ((code >> 6U) & 0x3FU));
        push(0x80U | (code & 0x3FU));
    }
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto decoded = decode(text, at);
    at += decoded.bytes;
    return decoded.code;
}

std::string clean_text(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code == '\r' && at < text.size() && text[at] == '\n') {
            continue;
        }
        if (code == '\n') {
            clean += '\n';
        } else if (code == '\t') {
            clean += ' ';
        } else if (is_control(code) || turns_the_line(code)) {
            clean += escaped(code);
        } else {
            append_code_point(clean, code);
        }
    }
    return clean;
}

bool is_identifier(std::string_view word) {
    constexpr std::size_t longest = 28;
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view others = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-:.,;+()";
    const auto is_known = [&](char c) {
        return digits.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos;
    };
    return word.size() <= longest && word.find('-') != std::string_view::npos &&
           word.find_first_of(digits) != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), is_known);
}

} // namespace praxis::exports
