// SPDX-License-Identifier: MIT
#include "base/limits.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis {

Place place_of(std::string_view text, std::size_t offset) {
    Place place;
    for (const char byte : text.substr(0, offset)) {
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

void refuse_text(std::string_view source, Place place, const std::string& what, std::string hint) {
    throw Refused(
        std::string{source} + " line " + std::to_string(place.line) + ", column " +
            std::to_string(place.column) + ": " + what,
        std::move(hint)
    );
}

void check_text(std::string_view text, std::string_view source, std::size_t most_bytes) {
    if (text.size() > most_bytes) {
        throw Refused(
            std::string{source} + " is too long: " + std::to_string(text.size()) +
            " bytes; the limit is " + std::to_string(most_bytes) + " bytes"
        );
    }
    if (const auto offset = find_invalid_utf8(text)) {
        const bool nul = text[*offset] == '\0';
        refuse_text(
            source,
            place_of(text, *offset),
            nul ? "a NUL byte" : "not UTF-8",
            nul ? "use a text file" : "save the file as UTF-8"
        );
    }
}

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
    }
    return text;
}

} // namespace praxis
