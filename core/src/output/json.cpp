// SPDX-License-Identifier: MIT
#include "formats.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdint>
#include <string_view>

namespace praxis::output {
namespace {

/// Control characters and invisible characters, except the joiners inside words and emoji.
bool is_hidden(utf8proc_int32_t letter) {
    constexpr utf8proc_int32_t non_joiner = 0x200c;
    constexpr utf8proc_int32_t joiner = 0x200d;
    switch (utf8proc_category(letter)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    case UTF8PROC_CATEGORY_CF:
        return letter != non_joiner && letter != joiner;
    default:
        return false;
    }
}

std::string escaped(utf8proc_int32_t letter) {
    constexpr std::uint32_t beyond = 0x10000; // code points from here on need two UTF-16 units
    const auto code = static_cast<std::uint32_t>(letter);
    if (code < beyond) {
        return fmt::format("\\u{:04x}", code);
    }
    const std::uint32_t rest = code - beyond;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xd800U + (rest >> 10U), 0xdc00U + (rest & 0x3ffU));
}

/// In JSON only strings contain characters beyond ASCII, so each of them may be escaped.
std::string terminal_safe(const std::string& json) {
    constexpr unsigned char last_printable = 0x7e;
    std::string result;
    result.reserve(json.size());
    for (std::size_t i = 0; i < json.size();) {
        if (static_cast<unsigned char>(json[i]) <= last_printable) {
            result += json[i++];
            continue;
        }
        utf8proc_int32_t letter = 0;
        const auto length = utf8proc_iterate(
            reinterpret_cast<const utf8proc_uint8_t*>(json.data() + i),
            static_cast<utf8proc_ssize_t>(json.size() - i),
            &letter
        );
        if (length < 1) {
            result += json[i++];
            continue;
        }
        const auto size = static_cast<std::size_t>(length);
        result += is_hidden(letter) ? escaped(letter) : json.substr(i, size);
        i += size;
    }
    return result;
}

} // namespace

std::string json_of(const Value& value) {
    constexpr int indent = 2;
    return terminal_safe(to_json(value, indent)) + '\n';
}

std::string jsonl_of(const Value& value) {
    if (!value.is_array()) {
        return terminal_safe(to_json(value)) + '\n';
    }
    std::string text;
    for (const auto& item : value.as_array()) {
        text += terminal_safe(to_json(item)) + '\n';
    }
    return text;
}

} // namespace praxis::output
