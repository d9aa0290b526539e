// SPDX-License-Identifier: MIT
/// A line chart in plain text: a small picture made of characters, and a table of its values for
/// screen readers.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>

namespace praxis::output {

/// Rows of the scale with a mark for each value, time from left to right, the days below.
/// Empty when the chart has no values or the width is too small.
std::string chart_picture(const LineChart& chart, std::size_t width);

/// A row for each day, a column for each series, with the exact values.
Grid chart_values(const LineChart& chart);

/// "Pain (NPRS 0-10)"
std::string chart_title(const LineChart& chart);

} // namespace praxis::output
