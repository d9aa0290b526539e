// SPDX-License-Identifier: MIT
/// Lines, columns and emphasis of every text for people. Each function makes stored text visible()
/// before it measures or breaks it.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::output {

using Lines = std::vector<std::string>;
using LabelledTexts = std::vector<std::pair<std::string, std::string>>;

/// Wider prose is hard to read; tables may use the whole terminal.
inline constexpr std::size_t widest_prose = 100;

/// The visible text in lines of at most `width` columns; 0: only its own line feeds break it. At
/// least one line.
Lines lines_of(std::string_view text, std::size_t width);

/// How a text stands out in colour. It must be clear without colour too.
enum class Emphasis { none, bold, dim, alarm };

std::string emphasize(std::string_view text, Emphasis emphasis, bool colour);

/// Whether the text of a warning already begins with that word.
bool begins_with_warning(std::string_view text);

/// The lines with `first` before the first line and equally many spaces before the others.
std::string hanging(std::string_view first, const Lines& lines, Emphasis emphasis, bool colour);

/// Columns two spaces apart below a header in capitals, without borders.
/// width   columns of the terminal: cells wrap inside their column, so that the table gets the
///         fewest lines. A table that is still too wide loses its empty columns; one with too
///         narrow columns becomes a list of labelled values, without the empty ones;
///         0: every row is one line, line feeds are shown as escapes
std::string aligned_table(const Grid& grid, std::size_t width, bool colour);

/// Label and value line by line, the values below each other; an empty value is a dash.
std::string labelled_values(const LabelledTexts& items, std::size_t width, bool colour);

} // namespace praxis::output
