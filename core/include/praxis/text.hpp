// SPDX-License-Identifier: MIT
/// Text as people write it: any script, any accent. It may hold characters that steer a terminal
/// or hide from a reader, until visible() makes it harmless.
#pragma once
#include <praxis/abi.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// For comparing and searching: case folded, accents and other marks removed, NFKC, runs of spaces
/// collapsed to one. "José  Núñez" and "JOSE NUNEZ" fold to the same text. Letters that do not
/// decompose (ł, ø, đ, ß ...) fold to their plain Latin neighbours.
PRAXIS_API std::string fold(std::string_view text);

/// Whether each term of `words`, folded, begins a word of `text`, in any order.
PRAXIS_API bool matches_words(std::string_view text, std::string_view words);

/// The one function that makes text harmless for output, in a terminal or a file. Characters that
/// nobody sees or that change the text around them become escapes such as \x1b or \u202e: controls,
/// bidirectional controls, zero-width and tag characters, private use and unassigned code points,
/// bytes that are not UTF-8. Joiners and variation selectors remain where a script or an emoji
/// needs them. The result is UTF-8, and visible() leaves it as it is. keep_lines  for a text of
/// several lines: a line feed is kept (CR LF becomes one), a tab becomes a
///             space; without it both are escapes
PRAXIS_API std::string visible(std::string_view text, bool keep_lines = false);

/// Columns a terminal needs: by grapheme, 2 for wide ones; control characters count 0.
PRAXIS_API std::size_t display_width(std::string_view text);

/// The text cut to that many columns; ends in "…" when it was cut.
PRAXIS_API std::string truncate_to_width(std::string_view text, std::size_t columns);

/// Lines of at most that many columns, broken at spaces; a word longer than a line is broken.
/// Line feeds in the text are kept.
PRAXIS_API std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// The code point that begins at `at`; moves `at` behind it. U+FFFD for a byte that is not UTF-8.
PRAXIS_API char32_t next_code_point(std::string_view text, std::size_t& at);

/// Where the text stops being UTF-8 or holds a NUL: the offset of that byte.
PRAXIS_API std::optional<std::size_t> find_invalid_utf8(std::string_view text);

PRAXIS_API std::string trim(std::string_view text);
/// With a capital as its first letter: "Swedish massage". Letters outside ASCII stay as they are.
PRAXIS_API std::string capitalise(std::string text);
PRAXIS_API std::vector<std::string> split(std::string_view text, char separator);
PRAXIS_API std::string join(const std::vector<std::string>& parts, std::string_view between);

/// The candidate that the user probably meant to type; nothing when none is similar. Never the word
/// itself.
PRAXIS_API std::optional<std::string>
did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// A safe file name made of any text: letters, digits and dashes of its folded form.
PRAXIS_API std::string slug(std::string_view text);

} // namespace praxis
