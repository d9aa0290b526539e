// SPDX-License-Identifier: MIT
#include "template/template_view.hpp"

#include "template/field_text.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <cmath>

namespace praxis::soap {

namespace {

Value or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

Value list_of(const std::vector<std::string>& texts) {
    Value::Array list;
    for (const auto& text : texts) {
        list.emplace_back(text);
    }
    return list;
}

const std::vector<std::string>& choices_of(const Field& field) {
    switch (field.type) {
    case FieldType::side:
        return all_sides();
    case FieldType::region:
    case FieldType::regions:
        return all_regions();
    default:
        return field.choices;
    }
}

/// A whole limit is shown without a fraction.
Value limit_of(const std::optional<double>& limit) {
    if (!limit || std::trunc(*limit) != *limit) {
        return limit;
    }
    return static_cast<std::int64_t>(*limit);
}

Value range_of(const Field& field) {
    if (!field.minimum && !field.maximum && !field.warn_below && !field.warn_above) {
        return {};
    }
    return Value::Object{
        {"minimum", limit_of(field.minimum)},
        {"maximum", limit_of(field.maximum)},
        {"warn_below", limit_of(field.warn_below)},
        {"warn_above", limit_of(field.warn_above)}};
}

Value fields_of(const std::vector<Field>& fields);

Value field_value(const Field& field) {
    const auto& choices = choices_of(field);
    return Value::Object{
        {"name", field.name},
        {"label", field.label},
        {"type", type_name(field.type)},
        {"unit", or_null(field.unit)},
        {"range", range_of(field)},
        {"choices", choices.empty() ? Value{} : list_of(choices)},
        {"required", field.only_of_treatments ? Value{"treatment"} : Value{field.required}},
        {"required_with", Value::Array(field.required_with.begin(), field.required_with.end())},
        {"repeatable", field.repeatable},
        {"carried", field.copied},
        {"columns", field.columns.empty() ? Value{} : fields_of(field.columns)},
        {"prompt", or_null(field.prompt)},
        {"help", or_null(field.help)},
        {"source", or_null(field.source)}};
}

Value fields_of(const std::vector<Field>& fields) {
    Value::Array list;
    for (const auto& field : fields) {
        list.push_back(field_value(field));
    }
    return list;
}

Value computed_of(const Template& made) {
    Value::Array list;
    for (const auto& computed : made.computed) {
        Value::Array values;
        for (const auto& rule : computed.rules) {
            values.emplace_back(rule.value);
        }
        list.push_back(Value::Object{
            {"name", computed.name},
            {"label", computed.label},
            {"values", std::move(values)},
            {"source", or_null(computed.source)}});
    }
    return list;
}

Value limits_of(const CrossCheck& check) {
    if (check.limits.empty()) {
        return {};
    }
    Value::Array rows;
    for (const auto& [degrees, minutes] : check.limits) {
        rows.push_back(Value::Object{
            {"degrees_c", limit_of(degrees)}, {"minutes", limit_of(minutes)}});
    }
    return rows;
}

Value checks_of(const Template& made) {
    Value::Array list;
    for (const auto& check : made.checks) {
        list.push_back(Value::Object{
            {"kind", check.kind},
            {"fields", list_of(check.fields)},
            {"message", check.message},
            {"limits", limits_of(check)},
            {"source", or_null(check.source)}});
    }
    return list;
}

Value data_of(const Template& technique, const Template& block) {
    return Value::Object{
        {"id", technique.id},
        {"name", technique.name},
        {"summary", or_null(technique.summary)},
        {"version", technique.version},
        {"origin", technique.origin},
        {"digest", technique.digest},
        {"fields", fields_of(technique.fields)},
        {"common_fields", fields_of(block.fields)},
        {"computed", computed_of(technique)},
        {"checks", checks_of(technique)},
        {"sources", list_of(technique.sources)}};
}

/// "1 to 5", "superficial, intermediate, deep", "yes or no".
std::string values_text(const Field& field) {
    switch (field.type) {
    case FieldType::text:
        return "text";
    case FieldType::choice:
        return join(field.choices, ", ");
    case FieldType::list:
        return field.choices.empty() ? "list of texts" : "list of " + join(field.choices, ", ");
    case FieldType::whole:
    case FieldType::number: {
        const auto range = range_text(field);
        return range.empty() ? "number" : range;
    }
    case FieldType::yes_no:
        return "yes or no";
    case FieldType::temperature:
        return "C or F, " + range_text(field);
    case FieldType::side:
        return join(all_sides(), ", ");
    case FieldType::region:
        return "region";
    case FieldType::regions:
        return "list of regions";
    case FieldType::date:
        return "date";
    case FieldType::table:
        break;
    }
    return field.repeatable ? "rows of:" : "table of:";
}

/// "; warns below 90 s"
std::string warned_text(const Field& field) {
    const auto unit = field.unit.empty() ? "" : " " + field.unit;
    if (field.warn_below) {
        return "; warns below " + Value{*field.warn_below}.plain() + unit;
    }
    return field.warn_above ? "; warns above " + Value{*field.warn_above}.plain() + unit : "";
}

/// When signing needs the field: "to sign", "to sign, with before or after".
std::string signing_text(const Field& field) {
    if (field.required) {
        return field.only_of_treatments ? "to sign a treatment" : "to sign";
    }
    return field.required_with.empty() ? "" : "to sign, with " + join(field.required_with, " or ");
}

void add_rows(Grid& grid, const std::vector<Field>& fields, const std::string& before) {
    for (const auto& field : fields) {
        grid.rows.push_back(
            {before + field.name,
             values_text(field) + warned_text(field),
             signing_text(field),
             field.prompt,
             field.source}
        );
        add_rows(grid, field.columns, before + field.name + ".");
    }
}

Grid grid_of(const std::vector<Field>& fields) {
    Grid grid;
    grid.columns = {{"Field"}, {"Takes"}, {"Needed"}, {"Asks"}, {"Source"}};
    add_rows(grid, fields, "");
    return grid;
}

/// "; 45 C: 120 min, 47 C: 20 min"
std::string limits_text(const CrossCheck& check) {
    std::string text;
    for (const auto& [degrees, minutes] : check.limits) {
        text += text.empty() ? "; " : ", ";
        text += Value{degrees}.plain() + " C: " + Value{minutes}.plain() + " min";
    }
    return text;
}

void add_rules(Document& document, const Template& technique) {
    Bullets rules;
    for (const auto& computed : technique.computed) {
        std::vector<std::string> values;
        for (const auto& rule : computed.rules) {
            values.push_back(rule.value);
        }
        rules.items.push_back(
            computed.name + " is computed from the other fields: " + join(values, ", ")
        );
    }
    for (const auto& check : technique.checks) {
        rules.items.push_back(join(check.fields, ", ") + ": " + check.message + limits_text(check));
    }
    if (!rules.items.empty()) {
        document.add(Heading{2, "Computed and checked"});
        document.add(std::move(rules));
    }
}

Document document_of(const Template& technique, const Template& block) {
    Document document;
    document.title = technique.name;
    document.subtitle = technique.summary;
    document.add(Facts{
        {{"Id", technique.id},
         {"Version", std::to_string(technique.version)},
         {"From", technique.origin}}});
    document.add(Heading{2, "Fields"});
    document.add(grid_of(technique.fields));
    Bullets help;
    for (const auto& field : technique.fields) {
        if (!field.help.empty()) {
            help.items.push_back(field.name + ": " + field.help);
        }
    }
    if (!help.items.empty()) {
        document.add(std::move(help));
    }
    document.add(Heading{2, "Fields of every block"});
    document.add(grid_of(block.fields));
    add_rules(document, technique);
    if (!technique.sources.empty()) {
        document.add(Heading{2, "Sources"});
        document.add(Bullets{technique.sources});
    }
    return document;
}

} // namespace

View template_view(const Template& technique, const Template& block) {
    return {
        [technique, block] { return data_of(technique, block); },
        [technique, block] { return document_of(technique, block); }};
}

} // namespace praxis::soap
