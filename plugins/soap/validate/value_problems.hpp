// SPDX-License-Identifier: MIT
/// What is wrong with a value, as its problem words it. No message repeats the text of a note,
/// except numbers, and words that are near to one of the choices.
#pragma once
#include "template/template.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct ValueProblem {
    std::string message;
    std::string hint;
};

/// The value is not a text.
/// what  the kind of word: "choice", "region of the body"
ValueProblem
not_a_word(const Value& value, const std::vector<std::string>& choices, std::string_view what);

/// The word is not one of the choices, or names several regions.
ValueProblem
wrong_word(const std::string& word, const std::vector<std::string>& choices, std::string_view what);

/// The number is outside the field's range; nothing when it is inside.
/// shown  the number as the message repeats it
std::optional<ValueProblem>
find_range_problem(const Field& field, double number, const std::string& shown);

/// The number is possible but unusual: one message for each limit that it passes.
std::vector<ValueProblem> find_unusual(const Field& field, double number, const std::string& shown);

/// The table has no field of that name.
/// known  its fields
/// place  where the field belongs instead, as a hint; empty when nowhere
ValueProblem unknown_field(
    const std::string& name, const std::vector<std::string>& known, const std::string& place
);

} // namespace praxis::soap
