// SPDX-License-Identifier: MIT
#include "validate/value_problems.hpp"

#include "template/field_text.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

namespace praxis::soap {

ValueProblem
not_a_word(const Value& value, const std::vector<std::string>& choices, std::string_view what) {
    return {
        std::string{what} + " expected, found " + found_kind(value),
        "choose from " + join(choices, ", ")};
}

ValueProblem wrong_word(
    const std::string& word, const std::vector<std::string>& choices, std::string_view what
) {
    const bool is_region = &choices == &all_regions();
    if (const auto may_be = regions_it_may_be(word); is_region && !may_be.empty()) {
        return {
            "\"" + visible(word) + "\" can mean several regions",
            "choose from " + join(may_be, ", ")};
    }
    const auto invalid = "invalid " + std::string{what};
    if (const auto meant = did_you_mean(word, choices)) {
        return {invalid + " \"" + visible(word) + "\"", "did you mean " + *meant + "?"};
    }
    return {invalid, "choose from " + join(choices, ", ")};
}

std::optional<ValueProblem>
find_range_problem(const Field& field, double number, const std::string& shown) {
    const bool is_low = field.minimum && number < *field.minimum;
    const bool is_high = field.maximum && number > *field.maximum;
    if (!is_low && !is_high) {
        return std::nullopt;
    }
    const auto* const verb = field.minimum && field.maximum ? " is outside " : " is not ";
    return ValueProblem{shown + verb + range_text(field), field.help};
}

std::vector<ValueProblem>
find_unusual(const Field& field, double number, const std::string& shown) {
    const auto unit = field.unit.empty() || field.unit == "NPRS" ? "" : " " + field.unit;
    std::vector<ValueProblem> problems;
    const auto add = [&](const std::string& side, double limit) {
        problems.push_back(
            {shown + " is " + side + " the usual " + Value{limit}.plain() + unit, field.help}
        );
    };
    if (field.warn_below && number < *field.warn_below) {
        add("below", *field.warn_below);
    }
    if (field.warn_above && number > *field.warn_above) {
        add("above", *field.warn_above);
    }
    return problems;
}

ValueProblem unknown_field(
    const std::string& name, const std::vector<std::string>& known, const std::string& place
) {
    if (!place.empty()) {
        return {"unknown field", place};
    }
    if (const auto meant = did_you_mean(name, known)) {
        return {"unknown field", "did you mean " + *meant + "?"};
    }
    return {"unknown field", "the fields here: " + join(known, ", ")};
}

} // namespace praxis::soap
