// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/chart.hpp>
#include <praxis/document.hpp>

#include <string>

namespace praxis::exports::html {

/// The document as one HTML file: styles and drawings within, no script, nothing fetched from
/// anywhere (its own policy forbids it). Prints well on the paper given.
std::string render(const Document& document, Paper paper);

} // namespace praxis::exports::html
