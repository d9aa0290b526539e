// SPDX-License-Identifier: MIT
/// A body chart drawn with characters. Its legend repeats all marks in words.
#pragma once
#include <praxis/document.hpp>

#include <cstddef>
#include <string>

namespace praxis::output {

/// Both views side by side, with the labels of the marks. Empty if there are no marks or no room.
std::string body_chart_picture(const BodyChart& chart, std::size_t width, bool colour);

} // namespace praxis::output
