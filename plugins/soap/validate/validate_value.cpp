// SPDX-License-Identifier: MIT
#include "validate/validate_value.hpp"

#include "template/field_text.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>

namespace praxis::soap {

namespace {

std::string join_path(const std::string& path, std::string_view key) {
    return path.empty() ? std::string{key} : path + "." + std::string{key};
}

std::string join_path(const std::string& path, std::size_t index) {
    return path + "[" + std::to_string(index + 1) + "]";
}

} // namespace

bool is_any_recorded(const Value& table, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&table](const auto& name) {
        const auto* value = table.find(name);
        return value != nullptr && !is_unrecorded(*value);
    });
}

void ValueChecker::add(
    Problem::Weight weight, std::string path, std::string message, std::string hint, int line
) {
    problems_.push_back(
        {.weight = weight,
         .path = std::move(path),
         .message = std::move(message),
         .hint = std::move(hint),
         .line = line}
    );
}

void ValueChecker::add(
    Problem::Weight weight, const std::string& path, ValueProblem problem, int line
) {
    add(weight, path, std::move(problem.message), std::move(problem.hint), line);
}

void ValueChecker::add_missing(
    const Field& field, const std::string& path, const Place& place, int line
) {
    add_missing(
        missing_field(field, place),
        join_path(path, field.name),
        field.prompt,
        field.name + " " + place.in_file + ": " + expected_value(field),
        line
    );
}

void ValueChecker::add_missing(
    MissingField missing, std::string path, const std::string& asked, std::string hint, int line
) {
    add(Problem::Weight::missing,
        std::move(path),
        "needed for signing: " + asked,
        std::move(hint),
        line);
    problems_.back().missing = std::move(missing);
}

void ValueChecker::add_wrong_type(const Field& field, const Value& value, const std::string& path) {
    add(Problem::Weight::error,
        path,
        expected_value(field) + " expected, found " + found_kind(value),
        {},
        value.line());
}

std::optional<Value>
ValueChecker::check(const Field& field, const Value& value, const std::string& path) {
    if (is_unrecorded(value)) {
        return std::nullopt;
    }
    switch (field.type) {
    case FieldType::text:
        return check_text(field, value, path);
    case FieldType::choice:
        return check_choice(field, value, path);
    case FieldType::list:
    case FieldType::regions:
        return check_list(field, value, path);
    case FieldType::whole:
    case FieldType::number:
        return check_number(field, value, path);
    case FieldType::yes_no:
        return check_yes_no(field, value, path);
    case FieldType::date:
        return check_date(field, value, path);
    case FieldType::region:
        return check_word(all_regions(), value, path, "region of the body");
    case FieldType::side:
        return check_word(all_sides(), value, path, "side of the body");
    case FieldType::temperature:
        return check_temperature(field, value, path);
    case FieldType::table:
        break;
    }
    return check_table(field, value, path);
}

std::optional<Value>
ValueChecker::check_text(const Field& field, const Value& value, const std::string& path) {
    if (value.is_text()) {
        return Value{value.as_text()};
    }
    add(Problem::Weight::error,
        path,
        expected_value(field) + " expected, found " + found_kind(value),
        value.is_number() ? field.name + " = \"" + value.plain() + "\"" : "",
        value.line());
    return std::nullopt;
}

std::optional<Value> ValueChecker::check_word(
    const std::vector<std::string>& choices,
    const Value& value,
    const std::string& path,
    std::string_view what
) {
    if (!value.is_text()) {
        add(Problem::Weight::error, path, not_a_word(value, choices, what), value.line());
        return std::nullopt;
    }
    const bool is_region = &choices == &all_regions();
    const auto& word = value.as_text();
    if (const auto found = is_region ? find_region(word) : find_choice(word, choices)) {
        return Value{*found};
    }
    add(Problem::Weight::error, path, wrong_word(word, choices, what), value.line());
    return std::nullopt;
}

std::optional<Value>
ValueChecker::check_choice(const Field& field, const Value& value, const std::string& path) {
    if (value.is_bool()) { // homecare_done = true
        if (const auto found = find_choice(value.plain(), field.choices)) {
            return Value{*found};
        }
    }
    return check_word(field.choices, value, path, "choice");
}

std::optional<Value>
ValueChecker::check_item(const Field& field, const Value& item, const std::string& path) {
    if (field.type == FieldType::regions) {
        return check_word(all_regions(), item, path, "region of the body");
    }
    return field.choices.empty() ? check_text(field, item, path)
                                 : check_word(field.choices, item, path, "choice");
}

std::optional<Value>
ValueChecker::check_list(const Field& field, const Value& value, const std::string& path) {
    Value::Array items;
    bool right = true;
    const auto take = [&](const Value& item, const std::string& item_path) {
        if (is_unrecorded(item)) {
            return;
        }
        auto checked = check_item(field, item, item_path);
        right = right && checked;
        if (checked && std::find(items.begin(), items.end(), *checked) == items.end()) {
            items.push_back(std::move(*checked));
        }
    };
    if (value.is_text()) { // a single item needs no brackets
        take(value, path);
    } else if (value.is_array()) {
        for (std::size_t index = 0; index < value.as_array().size(); ++index) {
            take(value.as_array()[index], join_path(path, index));
        }
    } else {
        add_wrong_type(field, value, path);
        return std::nullopt;
    }
    return right && !items.empty() ? std::optional{Value{std::move(items)}} : std::nullopt;
}

std::optional<Value>
ValueChecker::check_number(const Field& field, const Value& value, const std::string& path) {
    const bool whole = field.type == FieldType::whole;
    if (auto typed = value.is_text() ? number_in(value.as_text()) : std::nullopt) {
        typed->set_line(value.line()); // between the quotation marks of the form
        return check_number(field, *typed, path);
    }
    if (!value.is_number() || !std::isfinite(value.as_number())) {
        add_wrong_type(field, value, path);
        return std::nullopt;
    }
    if (!in_range(field, value.as_number(), value.plain(), value, path)) {
        return std::nullopt;
    }
    if (!whole || value.is_integer()) {
        return value.is_integer() ? Value{value.as_integer()} : Value{value.as_number()};
    }
    constexpr double exact = 9007199254740992.0; // 2^53: larger doubles are not exact
    if (std::trunc(value.as_number()) != value.as_number() || std::abs(value.as_number()) > exact) {
        add_wrong_type(field, value, path);
        return std::nullopt;
    }
    return Value{static_cast<std::int64_t>(value.as_number())};
}

bool ValueChecker::in_range(
    const Field& field,
    double number,
    const std::string& shown,
    const Value& value,
    const std::string& path
) {
    if (auto problem = find_range_problem(field, number, shown)) {
        add(Problem::Weight::error, path, std::move(*problem), value.line());
        return false;
    }
    for (auto& problem : find_unusual(field, number, shown)) {
        add(Problem::Weight::warning, path, std::move(problem), value.line());
    }
    return true;
}

std::optional<Value>
ValueChecker::check_yes_no(const Field& field, const Value& value, const std::string& path) {
    if (value.is_bool()) {
        return Value{value.as_bool()};
    }
    if (value.is_text()) {
        const auto word = find_choice(value.as_text(), {"yes", "no", "true", "false"});
        if (word) {
            return Value{*word == "yes" || *word == "true"};
        }
    }
    add_wrong_type(field, value, path);
    return std::nullopt;
}

std::optional<Value>
ValueChecker::check_date(const Field& field, const Value& value, const std::string& path) {
    if (!value.is_text()) {
        add_wrong_type(field, value, path);
        return std::nullopt;
    }
    try {
        const auto sense = field.future ? Sense::future : Sense::past;
        const auto today = field.future ? session_day_ : now_.date;
        return Value{parse_date(value.as_text(), today, sense, order_).iso()};
    } catch (const UsageError& error) {
        const bool looks_like_one = sounds_like_a_date(value.as_text());
        add(Problem::Weight::error,
            path,
            looks_like_one ? error.what() : expected_value(field) + " expected, found other text",
            looks_like_one ? error.hint() : "",
            value.line());
    }
    return std::nullopt;
}

std::optional<Value>
ValueChecker::check_temperature(const Field& field, const Value& value, const std::string& path) {
    if (value.is_number()) {
        const auto number = value.plain();
        add(Problem::Weight::error,
            path,
            "add the unit, C or F",
            field.name + " = \"" + number + " C\" or \"" + number + " F\"",
            value.line());
        return std::nullopt;
    }
    const auto read = value.is_text() ? Temperature::parse(value.as_text()) : std::nullopt;
    if (!read) {
        add_wrong_type(field, value, path);
        return std::nullopt;
    }
    auto shown = read->str();
    if (read->scale == 'F') {
        const auto celsius = Value{std::round(read->celsius() * 10) / 10}.plain();
        shown += " (" + celsius + " C)";
    }
    if (!in_range(field, read->celsius(), shown, value, path)) {
        return std::nullopt;
    }
    return Value{read->str()};
}

std::optional<Value>
ValueChecker::check_table(const Field& field, const Value& value, const std::string& path) {
    if (field.repeatable) {
        return check_rows(field, value, path);
    }
    if (!value.is_object()) {
        add_wrong_type(field, value, path);
        return std::nullopt;
    }
    auto checked = check_table(field.columns, value, path, place_of_row(field, 0, path));
    return is_unrecorded(checked) ? std::nullopt : std::optional{std::move(checked)};
}

bool ValueChecker::has_too_many_rows(const Value& value, const std::string& path) {
    if (!value.is_array() || value.as_array().size() <= most_rows_of_a_list) {
        return false;
    }
    add(Problem::Weight::error,
        path,
        "a note can have at most " + std::to_string(most_rows_of_a_list) + " entries of " + path +
            ", but this one has " + std::to_string(value.as_array().size()),
        "write another note for the rest",
        value.line());
    return true;
}

std::optional<Value>
ValueChecker::check_rows(const Field& field, const Value& value, const std::string& path) {
    if (has_too_many_rows(value, path)) {
        return std::nullopt;
    }
    Value::Array rows;
    const auto take = [&](const Value& one, std::size_t index) {
        const auto row_path = join_path(path, index);
        if (!one.is_object()) {
            add_wrong_type(field, one, row_path);
        } else if (!is_unrecorded(one)) {
            const auto place = place_of_row(field, index + 1, row_path);
            rows.push_back(check_table(field.columns, one, row_path, place));
        }
    };
    if (value.is_array()) {
        for (std::size_t index = 0; index < value.as_array().size(); ++index) {
            take(value.as_array()[index], index);
        }
    } else {
        take(value, 0);
    }
    return rows.empty() ? std::nullopt : std::optional{Value{std::move(rows)}};
}

void ValueChecker::refuse_unknown_keys(
    const Value& table,
    const std::vector<std::string>& known,
    const std::string& path,
    const Elsewhere& elsewhere
) {
    for (const auto& [key, value] : table.as_object()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) {
            continue;
        }
        const auto place = elsewhere ? elsewhere(key) : "";
        add(Problem::Weight::error,
            join_path(path, key),
            unknown_field(key, known, place),
            value.line());
    }
}

Value ValueChecker::check_table(
    const std::vector<Field>& fields,
    const Value& table,
    const std::string& path,
    const Place& place,
    const std::vector<std::string>& also,
    const Elsewhere& elsewhere
) {
    auto known = also;
    for (const auto& field : fields) {
        known.push_back(field.name);
    }
    refuse_unknown_keys(table, known, path, elsewhere);
    Value::Object checked;
    for (const auto& field : fields) {
        const auto* const value = table.find(field.name);
        if (value == nullptr || is_unrecorded(*value)) {
            if ((field.required && is_asked(field.only_of_treatments)) ||
                is_any_recorded(table, field.required_with)) {
                add_missing(field, path, place, table.line());
            }
        } else if (auto kept = check(field, *value, join_path(path, field.name))) {
            checked.emplace_back(field.name, std::move(*kept));
        }
    }
    return Value{std::move(checked)};
}

} // namespace praxis::soap
