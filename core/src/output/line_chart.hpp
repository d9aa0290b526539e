// SPDX-License-Identifier: MIT
/// A line chart where nothing can be drawn: as a small picture of characters, and as the table of
/// its values, which is what a screen reader reads.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>

namespace praxis::output {

/// Rows of the scale with a mark for each value, time from left to right, the days below.
/// Empty when there is nothing to draw or no room for it.
std::string chart_picture(const LineChart& chart, std::size_t width);

/// A row for each day, a column for each series; every value exactly.
Grid chart_values(const LineChart& chart);

/// "Pain (NPRS 0-10)"
std::string chart_title(const LineChart& chart);

} // namespace praxis::output
