// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::exports {

/// Text as it may stand in a file that leaves the house: valid UTF-8, lines ended by a line feed
/// alone. Control characters, and the bidirectional controls that could make a line read as what
/// it is not, become visible escapes such as \x1b or \u202e; bytes that are no UTF-8 become U+FFFD.
/// Joiners stay: emoji and Persian need them.
std::string clean_text(std::string_view text);

/// The code point that begins at `at`, which is moved behind it. For clean text only.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Whether the word is a date, a record's number or the like, not to be divided at its dashes:
/// "2026-11-20", "N-0001".
bool is_identifier(std::string_view word);

void append_code_point(std::string& text, char32_t code);

} // namespace praxis::exports
