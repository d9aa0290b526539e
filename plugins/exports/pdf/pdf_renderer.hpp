// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/chart.hpp>
#include <praxis/document.hpp>

#include <string>

namespace praxis::exports::pdf {

/// The document as a tagged PDF with embedded fonts.
/// The same document gives the same bytes; its date is `created`, never the clock's.
/// errors  PluginError when the drawing library fails, with its own words
std::string render(const Document& document, Paper paper);

} // namespace praxis::exports::pdf
