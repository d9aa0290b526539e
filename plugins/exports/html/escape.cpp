// SPDX-License-Identifier: MIT
#include "html/escape.hpp"

#include "clean_text.hpp"

#include <algorithm>

namespace praxis::exports::html {

std::string escape(std::string_view text) {
    std::string escaped;
    for (const char c : clean_text(text)) {
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
    constexpr std::string_view digits = "0123456789abcdef";
    const auto clean = clean_text(text);
    std::string escaped;
    for (std::size_t at = 0; at < clean.size();) {
        const char32_t code = next_code_point(clean, at);
        const bool plain = (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
                           (code >= 'a' && code <= 'z');
        if (plain) {
            escaped += static_cast<char>(code);
            continue;
        }
        escaped += '\\';
        for (int shift = 20; shift >= 0; shift -= 4) {
            escaped += digits[(code >> static_cast<unsigned>(shift)) & 0xFU];
        }
    }
    return escaped;
}

} // namespace praxis::exports::html
