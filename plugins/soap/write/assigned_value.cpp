// SPDX-License-Identifier: MIT
#include "write/assigned_value.hpp"

#include "template/field_text.hpp"

#include <praxis/text.hpp>

namespace praxis::soap {

namespace {

Value read_scalar(const Field& field, const std::string& text) {
    if (field.type == FieldType::whole || field.type == FieldType::number) {
        return number_in(text).value_or(Value{text});
    }
    return text;
}

Value read_list(const Field& field, const std::string& text) {
    const bool is_free_text = field.type == FieldType::list && field.choices.empty();
    Value::Array items;
    for (const auto& item : split(text, is_free_text ? ';' : ',')) {
        if (!trim(item).empty()) {
            items.emplace_back(trim(item));
        }
    }
    return items;
}

} // namespace

Value read_assigned_value(const Field& field, const std::string& text) {
    const bool several = field.type == FieldType::list || field.type == FieldType::regions;
    return several ? read_list(field, text) : read_scalar(field, text);
}

} // namespace praxis::soap
