// SPDX-License-Identifier: MIT
/// The value of an assignment on the command line, read by the type of its field.
#pragma once
#include "template/template.hpp"

#include <string>

namespace praxis::soap {

/// Reads a number, or a list: choices are separated by commas, free texts by semicolons. Anything
/// else stays text, which validation checks.
Value read_assigned_value(const Field& field, const std::string& text);

} // namespace praxis::soap
