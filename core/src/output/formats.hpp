// SPDX-License-Identifier: MIT
/// The formats that machines read. Texts stay what they are; what a spreadsheet or a terminal
/// would take for an order is disarmed in a way that a reader can take back.
#pragma once
#include "sheet.hpp"

#include <praxis/value.hpp>

#include <string>

namespace praxis::output {

/// RFC 4180 with a header of field names.
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does
/// one that already looks like that, so that taking one off restores every text.
/// for_terminal  a person looks at it: lines end in LF, control characters are visible escapes
/// source  OWASP, CSV Injection
std::string csv_of(const Sheet& sheet, bool for_terminal);

/// One record a line, fields between tabs; \t \n \r and \\ stand for what would break the line.
std::string tsv_of(const Sheet& sheet, bool for_terminal);

/// Indented JSON, ending in a line feed. Characters that change what a terminal does or hide text
/// are written as \u escapes, which any reader turns back.
std::string json_of(const Value& value);

/// One line of JSON for each item of an array, or for the one thing.
std::string jsonl_of(const Value& value);

} // namespace praxis::output
