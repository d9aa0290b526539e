// SPDX-License-Identifier: MIT
#include "template/field_text.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace praxis::soap {

namespace {

/// "Lower back", "lower_back" and "lower-back" are the same, and so are "gallbladder" and
/// "gall-bladder".
std::string bare(std::string_view word) {
    auto letters = fold(word);
    letters.erase(
        std::remove_if(
            letters.begin(),
            letters.end(),
            [](char letter) { return letter == '-' || letter == '_' || letter == ' '; }
        ),
        letters.end()
    );
    return letters;
}

std::string unit_after(const Field& field) {
    const bool scale = field.unit == "NPRS"; // the name of a scale, not a unit
    return field.unit.empty() || scale ? "" : " " + field.unit;
}

} // namespace

const std::vector<std::string>& all_type_names() {
    static const std::vector<std::string> names{
        "text",
        "choice",
        "list",
        "whole",
        "number",
        "yes_no",
        "date",
        "region",
        "side",
        "regions",
        "temperature",
        "table"};
    return names;
}

std::string_view type_name(FieldType type) {
    return all_type_names()[static_cast<std::size_t>(type)];
}

std::optional<FieldType> type_of(std::string_view name) {
    const auto& names = all_type_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<FieldType>(found - names.begin());
}

std::string found_kind(const Value& value) {
    const std::string kind{value.kind()};
    const bool plain = value.is_text() || value.is_null() || value.is_bool();
    return plain ? kind : "a " + kind;
}

std::string range_text(const Field& field) {
    const auto unit = unit_after(field);
    if (field.minimum && field.maximum) {
        return Value{*field.minimum}.plain() + " to " + Value{*field.maximum}.plain() + unit;
    }
    if (field.minimum) {
        return "at least " + Value{*field.minimum}.plain() + unit;
    }
    return field.maximum ? "at most " + Value{*field.maximum}.plain() + unit : "";
}

std::string expected_value(const Field& field) {
    const auto ranged = [&field](const std::string& what) {
        const auto range = range_text(field);
        if (range.empty()) {
            return what;
        }
        return what + (field.minimum && field.maximum ? " from " : " of ") + range;
    };
    switch (field.type) {
    case FieldType::text:
        return "text in quotes";
    case FieldType::choice:
        return "one of " + join(field.choices, ", ");
    case FieldType::list:
        return field.choices.empty() ? "a list of texts" : "a list of " + join(field.choices, ", ");
    case FieldType::whole:
        return ranged("a whole number");
    case FieldType::number:
        return ranged("a number");
    case FieldType::yes_no:
        return "yes or no";
    case FieldType::date:
        return "a date such as \"2026-11-27\"";
    case FieldType::region:
        return "a region such as \"lower-back\"";
    case FieldType::side:
        return "one of left, right, both, midline";
    case FieldType::regions:
        return "a list of regions such as [\"neck\", \"lower-back\"]";
    case FieldType::temperature:
        return "a temperature with its unit, such as \"52 C\" or \"126 F\"";
    case FieldType::table:
        break;
    }
    return field.repeatable ? "a list of tables" : "a table";
}

std::string_view empty_value(const Field& field) {
    const bool is_list = field.type == FieldType::list || field.type == FieldType::regions;
    return is_list ? "[]" : "\"\"";
}

bool is_list_of_places(const Field& field) {
    const auto& columns = field.columns;
    return field.repeatable && columns.size() == 2 && columns[0].type == FieldType::region &&
           columns[1].type == FieldType::side;
}

std::optional<Value> number_in(std::string_view text) {
    auto digits = trim(text);
    std::int64_t whole = 0;
    const auto* const last = digits.data() + digits.size();
    if (const auto [end, error] = std::from_chars(digits.data(), last, whole);
        error == std::errc{} && end == last) {
        return Value{whole};
    }
    std::replace(digits.begin(), digits.end(), ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), last, number);
    const bool is_number = error == std::errc{} && end == last;
    return is_number ? std::optional{Value{number}} : std::nullopt;
}

std::optional<std::string>
find_choice(std::string_view word, const std::vector<std::string>& choices) {
    const auto wanted = bare(word);
    for (const auto& choice : choices) {
        if (choice == word || bare(choice) == wanted) {
            return choice;
        }
    }
    return std::nullopt;
}

bool sounds_like_a_date(std::string_view text) {
    static const std::vector<std::string> known{
        "monday",   "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
        "january",  "february",  "march",     "april",    "may",      "june",     "july",
        "august",   "september", "october",   "november", "december", "today",    "yesterday",
        "tomorrow", "now",       "last",      "next",     "in",       "ago",      "days",
        "weeks",    "months",    "years",     "hours",    "minutes",  "sow",      "eow",
        "som",      "eom",       "st",        "nd",       "rd",       "th",       "of",
        "at",       "am",        "pm",        "t",        "z",        "utc"};
    auto letters = fold(text);
    std::replace_if(
        letters.begin(),
        letters.end(),
        [](char letter) {
            const auto byte = static_cast<unsigned char>(letter);
            return byte < 0x80 && (byte < 'a' || byte > 'z');
        },
        ' '
    );
    const auto words = split(letters, ' ');
    return std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return std::any_of(known.begin(), known.end(), [&word](const std::string& whole) {
            return whole.starts_with(word); // "mon", "w"; also an empty word
        });
    });
}

std::optional<Temperature> Temperature::parse(std::string_view text) {
    auto word = trim(text);
    std::replace(word.begin(), word.end(), ',', '.'); // "52,5 C"
    Temperature temperature;
    const auto* const end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, temperature.degrees);
    if (read.ec != std::errc{}) {
        return std::nullopt;
    }
    auto unit = trim({read.ptr, static_cast<std::size_t>(end - read.ptr)});
    for (const std::string_view sign : {"°", "º", "deg"}) {
        if (unit.starts_with(sign)) {
            unit = trim(std::string_view{unit}.substr(sign.size()));
        }
    }
    if (unit == "℃" || unit == "c" || unit == "C" || unit == "celsius" || unit == "Celsius") {
        temperature.scale = 'C';
    } else if (unit == "℉" || unit == "f" || unit == "F" || unit == "fahrenheit" || unit == "Fahrenheit") {
        temperature.scale = 'F';
    } else {
        return std::nullopt;
    }
    return temperature;
}

double Temperature::celsius() const {
    return scale == 'C' ? degrees : (degrees - 32) * 5 / 9;
}

std::string Temperature::str() const {
    return Value{degrees}.plain() + " " + scale;
}

namespace {

bool is_name_character(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

} // namespace

bool is_name(std::string_view word, char joint) {
    if (word.empty() || word.front() < 'a' || word.front() > 'z' || word.back() == joint) {
        return false;
    }
    return std::all_of(word.begin(), word.end(), [joint](char letter) {
        return is_name_character(letter) || letter == joint;
    });
}

std::string label_of(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return capitalise(std::move(name));
}

std::vector<std::string> names_of(const std::vector<Field>& fields) {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        names.push_back(field.name);
    }
    return names;
}

} // namespace praxis::soap
