// SPDX-License-Identifier: MIT
/// JSON appended to a text, for writers of large results.
#pragma once
#include <praxis/value.hpp>

#include <cstddef>
#include <string>

namespace praxis {

/// As to_json(), inside `level` levels of brackets that the caller writes.
void append_json(std::string& into, const Value& value, int indent, std::size_t level = 0);

} // namespace praxis
