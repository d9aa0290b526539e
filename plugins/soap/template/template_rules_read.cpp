// SPDX-License-Identifier: MIT
#include "template/template_rules_read.hpp"

#include "template/field_text.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

const std::vector<std::string> check_kinds{
    "differ", "ascending", "one-of", "needed", "expected", "heat-dose"};

bool is_among(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void check_field_names(
    TableReader& reader,
    const std::vector<std::string>& named,
    const Template& made,
    const Value& table,
    std::string_view key,
    const std::string& path
) {
    const auto names = names_of(made.fields);
    for (const auto& name : named) {
        if (!is_among(names, name)) {
            const auto meant = did_you_mean(name, names);
            reader.report_error(
                table.find(key) != nullptr ? *table.find(key) : table,
                key,
                path,
                std::string{key} + ": unknown field " + name,
                meant ? "did you mean " + *meant + "?" : ""
            );
        }
    }
}

Computed::Rule
read_rule(TableReader& reader, const Value& table, const Template& made, const std::string& path) {
    Computed::Rule rule;
    reader.refuse_unknown_keys(
        table, {"value", "equals", "at_least", "at_least_of"}, path + ", rule"
    );
    rule.value = reader.text(table, "value", path + ", rule", true);
    if (const auto* const equals = table.find("equals")) {
        if (equals->is_object()) {
            rule.equals = equals->as_object();
        } else {
            reader.report_wrong_kind(*equals, "equals", path + ", rule", "{ field = value }");
        }
    }
    std::vector<std::string> named;
    for (const auto& [name, value] : rule.equals) {
        named.push_back(name);
    }
    check_field_names(reader, named, made, table, "equals", path + ", rule");
    rule.at_least_of = reader.texts(table, "at_least_of", path + ", rule");
    check_field_names(reader, rule.at_least_of, made, table, "at_least_of", path + ", rule");
    rule.at_least = reader.whole(table, "at_least", path + ", rule", 0);
    if (rule.at_least > static_cast<int>(rule.at_least_of.size())) {
        reader.report_error(
            *table.find("at_least"),
            "at_least",
            path + ", rule",
            "at_least is more than the number of fields in at_least_of"
        );
    }
    return rule;
}

void read_limits(
    TableReader& reader, const Value& table, const std::string& path, CrossCheck& check
) {
    const auto* const limits = table.find("limits");
    if (limits == nullptr) {
        return;
    }
    const auto is_pair = [](const Value& item) {
        return item.is_array() && item.as_array().size() == 2 && item.as_array()[0].is_number() &&
               item.as_array()[1].is_number();
    };
    if (!limits->is_array() ||
        !std::all_of(limits->as_array().begin(), limits->as_array().end(), is_pair)) {
        reader.report_error(
            *limits,
            "limits",
            path,
            "limits: give pairs of degrees and minutes, such as [[48, 15], [51, 2]]"
        );
        return;
    }
    for (const auto& pair : limits->as_array()) {
        check.limits.emplace_back(pair.as_array()[0].as_number(), pair.as_array()[1].as_number());
    }
    std::sort(check.limits.begin(), check.limits.end());
}

void check_heat_dose(
    TableReader& reader,
    const Value& table,
    const Template& made,
    const std::string& path,
    const CrossCheck& check
) {
    const auto fits = [&](std::size_t index, auto&& test) {
        const auto field =
            std::find_if(made.fields.begin(), made.fields.end(), [&](const Field& candidate) {
                return candidate.name == check.fields[index];
            });
        return field == made.fields.end() || test(*field);
    };
    if (check.limits.empty()) {
        reader.report_error(table, "", path, "limits are missing");
    }
    if (check.fields.size() < 2) {
        return;
    }
    const bool temperature =
        fits(0, [](const Field& field) { return field.type == FieldType::temperature; });
    const bool placed =
        fits(1, [](const Field& field) { return is_among(names_of(field.columns), "minutes"); });
    if (!temperature || !placed) {
        reader.report_error(
            table, "", path, "fields: name a temperature and a table with the column minutes"
        );
    }
}

} // namespace

Computed read_computed(TableReader& reader, const Value& table, const Template& made) {
    Computed computed;
    computed.name = reader.text(table, "name", "computed", true);
    const auto path = "computed " + computed.name;
    reader.refuse_unknown_keys(table, {"name", "label", "source", "rule"}, path);
    if (!computed.name.empty() &&
        (!is_name(computed.name, '_') || is_among(names_of(made.fields), computed.name))) {
        reader.report_error(
            *table.find("name"),
            "name",
            path,
            "invalid name: use a new name of small letters, digits and underscores"
        );
    }
    computed.label = reader.text(table, "label", path);
    if (computed.label.empty()) {
        computed.label = label_of(computed.name);
    }
    computed.source = reader.text(table, "source", path);
    for (const auto* const rule : reader.tables(table, "rule", path)) {
        computed.rules.push_back(read_rule(reader, *rule, made, path));
    }
    if (computed.rules.empty()) {
        reader.report_error(table, "", path, "at least one [[computed.rule]] is needed");
    }
    return computed;
}

CrossCheck read_check(TableReader& reader, const Value& table, const Template& made) {
    CrossCheck check;
    check.kind = reader.text(table, "kind", "check", true);
    const auto path = "check " + check.kind;
    reader.refuse_unknown_keys(
        table, {"kind", "fields", "message", "source", "limits", "required"}, path
    );
    if (!check.kind.empty() && !is_among(check_kinds, check.kind)) {
        const auto meant = did_you_mean(check.kind, check_kinds);
        reader.report_error(
            *table.find("kind"),
            "kind",
            path,
            "unknown kind of check",
            meant ? "did you mean " + *meant + "?" : "the kinds: " + join(check_kinds, ", ")
        );
    }
    check.only_of_treatments = is_of_treatments(table);
    if (table.find("required") != nullptr &&
        (!check.only_of_treatments || check.kind != "one-of")) {
        reader.report_error(
            *table.find("required"),
            "required",
            path,
            "required: \"treatment\" is for the kind one-of only"
        );
    }
    check.message = reader.text(table, "message", path, true);
    check.source = reader.text(table, "source", path);
    check.fields = reader.texts(table, "fields", path);
    check_field_names(reader, check.fields, made, table, "fields", path);
    const bool single = check.kind == "needed" || check.kind == "expected";
    if (check.fields.size() < (single ? 1U : 2U)) {
        reader.report_error(
            table, "", path, single ? "fields: name at least one" : "fields: name at least two"
        );
    }
    read_limits(reader, table, path, check);
    if (check.kind == "heat-dose") {
        check_heat_dose(reader, table, made, path, check);
    }
    return check;
}

} // namespace praxis::soap
