// SPDX-License-Identifier: MIT
/// A body chart made of characters. Its legend lists the same marks as text.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>

namespace praxis::output {

/// Both views side by side, with the labels of the marks.
/// Empty when the chart has no marks or the width is too small.
std::string body_chart_picture(const BodyChart& chart, std::size_t width, bool colour);

} // namespace praxis::output
