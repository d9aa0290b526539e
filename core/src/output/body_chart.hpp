// SPDX-License-Identifier: MIT
/// A body chart of characters; what it shows is told again by its legend.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>

namespace praxis::output {

/// Both views side by side, with the labels of the marks.
/// Empty when there is nothing to mark or no room for it.
std::string body_chart_picture(const BodyChart& chart, std::size_t width, bool colour);

} // namespace praxis::output
