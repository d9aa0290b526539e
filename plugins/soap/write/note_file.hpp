// SPDX-License-Identifier: MIT
/// The text of a note file as a tree of values.
#pragma once
#include <praxis/value.hpp>

#include <string>

namespace praxis::soap {

/// TOML or JSON. In TOML a field may also be yes or no without quotation marks, or have no value at
/// all: "given = yes", "pain_now =". Rows and tables that record nothing are left out.
/// errors  Refused with source, line and column
Value parse_note_file(const std::string& text, const std::string& source);

} // namespace praxis::soap
