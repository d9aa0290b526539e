// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/chart.hpp>
#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <string>

namespace praxis::exports::json {

/// The document block by block, each with a member `is` that names its kind; texts as they were
/// written, charts as their numbers.
Value value_of(const Document& document);

/// The same as indented JSON. There is no paper in it.
std::string render(const Document& document, Paper paper);

} // namespace praxis::exports::json
