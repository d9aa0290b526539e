// SPDX-License-Identifier: MIT
#pragma once
#include "figure/sketch.hpp"

#include <string>

namespace praxis::exports::html {

/// The sketch as an SVG element for a page, with a title and a description for readers who cannot
/// see it.
/// id  unique in the page
std::string
svg(const Sketch& sketch,
    const std::string& id,
    const std::string& title,
    const std::string& description);

} // namespace praxis::exports::html
