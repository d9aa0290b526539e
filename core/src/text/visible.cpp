// SPDX-License-Identifier: MIT
#include "text/hidden.hpp"

#include <praxis/text.hpp>

#include <fmt/format.h>

#include <iterator>

namespace praxis {

using namespace unicode;

namespace {

void append_byte(std::string& text, char byte) {
    fmt::format_to(std::back_inserter(text), "\\x{:02x}", static_cast<unsigned char>(byte));
}

void append_escape(std::string& text, CodePoint code) {
    auto end = std::back_inserter(text);
    if (code == '\t' || code == '\n' || code == '\r') {
        fmt::format_to(end, "\\{}", code == '\t' ? 't' : code == '\n' ? 'n' : 'r');
    } else if (code < 0x80) {
        fmt::format_to(end, "\\x{:02x}", code);
    } else if (code < 0x10000) {
        fmt::format_to(end, "\\u{:04x}", code);
    } else {
        fmt::format_to(end, "\\U{:08x}", code);
    }
}

/// A text of several lines keeps them: a line feed ends a line, a tab becomes a space. False for
/// any other character.
bool append_layout(std::string& result, std::string_view text, const Step& step) {
    switch (step.code) {
    case '\t':
        result += ' ';
        return true;
    case '\n':
        result += '\n';
        return true;
    case '\r':
        return text.substr(step.begin + step.size).starts_with('\n');
    default:
        return false;
    }
}

} // namespace

std::string visible(std::string_view text, bool keep_lines) {
    if (is_plain_ascii(text)) {
        return std::string{text};
    }
    std::string result;
    result.reserve(text.size());
    for (HiddenScanner scanner{text}; !scanner.at_end();) {
        const auto [step, hidden] = scanner.next();
        if (!hidden) {
            result += text.substr(step.begin, step.size);
        } else if (keep_lines && append_layout(result, text, step)) {
            continue;
        } else if (step.code == no_code_point) {
            append_byte(result, text[step.begin]);
        } else {
            append_escape(result, step.code);
        }
    }
    return result;
}

} // namespace praxis
