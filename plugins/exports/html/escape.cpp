// SPDX-License-Identifier: MIT
#include "html/escape.hpp"

#include "identifier.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace praxis::exports::html {

namespace {

bool is_ascii_letter_or_digit(char32_t code) {
    return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
           (code >= 'a' && code <= 'z');
}

} // namespace

std::string escape(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

std::string escape_content(std::string_view text) {
    const auto escaped = escape(text);
    std::string content;
    for (std::size_t at = 0; at < escaped.size();) {
        const auto end = std::min(escaped.find_first_of(" \n", at), escaped.size());
        const auto word = std::string_view{escaped}.substr(at, end - at);
        if (is_identifier(word)) {
            content += "<span class=\"whole\">";
            content += word;
            content += "</span>";
        } else {
            content += word;
        }
        if (end < escaped.size()) {
            content += escaped[end];
        }
        at = end + 1;
    }
    return content;
}

std::string escape_css(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (is_ascii_letter_or_digit(code)) {
            escaped += static_cast<char>(code);
        } else {
            escaped += "\\" + six_hex_digits(code);
        }
    }
    return escaped;
}

std::string escape_url(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string escaped;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_ascii_letter_or_digit(byte)) {
            escaped += c;
        } else {
            escaped += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
        }
    }
    return escaped;
}

std::string six_hex_digits(std::uint32_t number) {
    std::array<char, 6> digits{};
    constexpr int base = 16;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
    const std::string_view shown{digits.data(), written.ptr};
    return std::string(digits.size() - shown.size(), '0').append(shown);
}

} // namespace praxis::exports::html
