// SPDX-License-Identifier: MIT
/// The formats that programs read. Texts are kept without loss. A text that a spreadsheet or a
/// terminal would execute is escaped in a way that a reader can undo.
#pragma once
#include "sheet.hpp"

#include <praxis/value.hpp>

#include <string>

namespace praxis::output {

/// RFC 4180 with a header of field names.
/// A text that a spreadsheet would read as a formula gets an apostrophe before it. So does a text
/// that already begins with apostrophes and a formula, so that removing one restores every text.
/// for_terminal  people read it: lines end in LF, hidden characters are visible() escapes
/// source  RFC 4180; OWASP, CSV Injection
std::string csv_of(const Sheet& sheet, bool for_terminal);

/// One record a line, fields between tabs. \t \n \r and \\ replace the characters that would break
/// the line.
/// for_terminal  as csv_of()
std::string tsv_of(const Sheet& sheet, bool for_terminal);

/// Indented JSON, ending in a line feed. Hidden characters are \u escapes, as to_json() writes
/// them.
std::string json_of(const Value& value);

/// One line of JSON for each item of an array, or for the single value.
std::string jsonl_of(const Value& value);

} // namespace praxis::output
