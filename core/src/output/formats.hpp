// SPDX-License-Identifier: MIT
/// The formats for machines. Texts keep their content. Anything that a spreadsheet or terminal
/// would execute is escaped so that a reader can restore it.
#pragma once
#include "sheet.hpp"

#include <praxis/value.hpp>

#include <string>

namespace praxis::output {

/// RFC 4180 with a header of field names. A text that a spreadsheet would read as a formula gets an
/// apostrophe in front, and so does a text that already starts like that. Removing one apostrophe
/// restores every text.
/// for_terminal  for a person: lines end with LF, control characters are visible escapes
/// source  OWASP, CSV Injection
std::string csv_of(const Sheet& sheet, bool for_terminal);

/// One record per line, fields separated by tabs; tab, line feed, carriage return and backslash are
/// written as \t \n \r and \\.
std::string tsv_of(const Sheet& sheet, bool for_terminal);

/// Indented JSON with a line feed at the end. Characters that control a terminal or hide text are
/// \u escapes, which every JSON reader decodes.
std::string json_of(const Value& value);

/// One line of JSON for each item of an array, or for a single value.
std::string jsonl_of(const Value& value);

} // namespace praxis::output
