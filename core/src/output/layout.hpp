// SPDX-License-Identifier: MIT
/// Lines, columns and emphasis: what every text for people is laid out with. All of it makes
/// stored text visible before it measures or breaks it.
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

/// Prose wider than this tires the eye; tables may use the whole terminal.
inline constexpr std::size_t widest_prose = 100;

/// The text made visible, in lines of at most `width` columns; 0: broken at its own line feeds
/// only. At least one line.
Lines lines_of(std::string_view text, std::size_t width);

/// How a text stands out where there is colour; without colour it must be understood as well.
enum class Emphasis { none, bold, dim, alarm };

std::string emphasized(std::string_view text, Emphasis emphasis, bool colour);

/// Whether a warning calls itself one, so that nobody need say it twice.
bool begins_with_warning(std::string_view text);

/// The lines with `first` before the first one and as many spaces before the others.
std::string hanging(std::string_view first, const Lines& lines, Emphasis emphasis, bool colour);

/// Columns two spaces apart below a header in capitals, without borders.
/// width   columns of the terminal: cells wrap inside their column, widest texts first, and a
///         table that would be all slivers becomes a list of labelled values;
///         0: every row is one line of whatever length, line feeds shown as escapes
std::string aligned_table(const Grid& grid, std::size_t width, bool colour);

/// Label and value line by line, the values below each other; an empty value is a dash.
std::string labelled_values(const LabelledTexts& items, std::size_t width, bool colour);

} // namespace praxis::output
