// SPDX-License-Identifier: MIT
/// Size limits of text files, and the form of messages about mistakes in them.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace praxis {

constexpr std::size_t most_bytes_of_text = std::size_t{256} * 1024;
constexpr int most_levels_of_text = 64;

/// A place in a text. Lines and columns count from 1; columns count characters.
struct Place {
    int line = 1;
    int column = 1;
};

/// Line and column of the byte at `offset`.
Place place_of(std::string_view text, std::size_t offset);

/// Throws Refused: "note.toml line 12, column 3: <what>".
[[noreturn]] void
refuse_text(std::string_view source, Place place, const std::string& what, std::string hint = {});

/// Refuses a text that is too long, is not UTF-8 or contains a NUL.
void check_text(
    std::string_view text, std::string_view source, std::size_t most_bytes = most_bytes_of_text
);

/// The text without the byte order mark that some editors put before it.
std::string_view without_byte_order_mark(std::string_view text);

} // namespace praxis
