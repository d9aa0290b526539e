// SPDX-License-Identifier: MIT
/// The words in which templates and notes speak of types and values.
#pragma once
#include "template/template.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// The types by their names in the TOML files.
const std::vector<std::string>& all_type_names();
std::optional<FieldType> type_of(std::string_view name);

/// "text", "a whole number", "a list": what stood where something else was expected.
std::string found_kind(const Value& value);

/// "1 to 5", "0 to 600 s", "at most 55 C"; empty when the field has no range.
std::string range_text(const Field& field);

/// The one of `choices` that a word is, whatever its case and with spaces for dashes.
std::optional<std::string>
find_choice(std::string_view word, const std::vector<std::string>& choices);

/// Whether a text has nothing in it but numbers and words of dates, so that a message may repeat
/// it.
bool sounds_like_a_date(std::string_view text);

/// "hold_seconds" with '_', "deep-tissue" with '-'.
bool is_name(std::string_view word, char joint);

/// "hold_seconds" as "Hold seconds".
std::string label_of(std::string name);

std::vector<std::string> names_of(const std::vector<Field>& fields);

} // namespace praxis::soap
