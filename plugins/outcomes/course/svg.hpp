// SPDX-License-Identifier: MIT
/// A line chart as a file of its own.
#pragma once
#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <string>

namespace praxis::outcomes {

/// The drawing that a page for a browser shows, as an SVG file for a website or a text program.
/// errors  as get_renderer(); PluginError when that page contains no drawing
std::string svg_of(Session& session, const LineChart& chart);

/// The first SVG element of a page, as a file; empty when there is none.
std::string svg_in(const std::string& page);

} // namespace praxis::outcomes
