// SPDX-License-Identifier: MIT
/// Names of field types, ranges and choices, as messages and files write them.
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

/// "text", "a whole number", "a list": the kind of an unexpected value.
std::string found_kind(const Value& value);

/// "1 to 5", "0 to 600 s", "at most 55 C"; empty when the field has no range.
std::string range_text(const Field& field);

/// The value of a field of a form that is not filled in: "[]" for lists, otherwise two quotation
/// marks. A note file with it records nothing.
std::string_view empty_value(const Field& field);

/// Whether each row of the table is a place and nothing else: a region and its side.
bool is_list_of_places(const Field& field);

/// The number that a text writes, with a point or a comma: "52,5".
std::optional<Value> number_in(std::string_view text);

/// The choice that a text names; case, spaces and dashes do not matter.
std::optional<std::string>
find_choice(std::string_view word, const std::vector<std::string>& choices);

/// Whether a text consists of numbers and words of dates only, so that a message can repeat it.
bool sounds_like_a_date(std::string_view text);

/// "hold_seconds" with '_', "deep-tissue" with '-'.
bool is_name(std::string_view word, char joint);

/// "hold_seconds" as "Hold seconds".
std::string label_of(std::string name);

std::vector<std::string> names_of(const std::vector<Field>& fields);

} // namespace praxis::soap
