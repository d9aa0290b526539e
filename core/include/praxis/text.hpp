// SPDX-License-Identifier: MIT
/// Text as people write it: any script, any accent, and hostile to a terminal until made visible.
#pragma once
#include <praxis/abi.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// For comparing and searching: case folded, accents and other marks taken off, NFKC, spaces
/// collapsed to one. "José  Núñez" and "JOSE NUNEZ" fold to the same text. Letters that do not
/// decompose (ł, ø, đ, ß ...) fold to their plain Latin neighbours.
PRAXIS_API std::string fold(std::string_view text);

/// Whether every folded word of `words` begins a word of `text`, in any order.
PRAXIS_API bool matches_words(std::string_view text, std::string_view words);

/// For a terminal: control characters, escapes, bidirectional controls and invisible marks become
/// visible escapes such as \x1b or \u202e; a line feed is kept when `keep_lines`.
PRAXIS_API std::string visible(std::string_view text, bool keep_lines = false);

/// Columns a terminal needs: by grapheme, 2 for wide ones; control characters count 0.
PRAXIS_API std::size_t display_width(std::string_view text);

/// The text cut to that many columns, with "…" at the end when something was cut.
PRAXIS_API std::string truncate_to_width(std::string_view text, std::size_t columns);

/// Lines of at most that many columns, broken at spaces; a longer word is broken where it must.
/// Line feeds in the text are kept.
PRAXIS_API std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// Where the text stops being UTF-8 or holds a NUL: the offset of that byte.
PRAXIS_API std::optional<std::size_t> find_invalid_utf8(std::string_view text);

PRAXIS_API std::string trim(std::string_view text);
PRAXIS_API std::vector<std::string> split(std::string_view text, char separator);
PRAXIS_API std::string join(const std::vector<std::string>& parts, std::string_view between);

/// The candidate that the word was probably meant to be; nothing when none is near.
PRAXIS_API std::optional<std::string>
did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// A safe file name made of any text: letters, digits and dashes of its folded form.
PRAXIS_API std::string slug(std::string_view text);

} // namespace praxis
