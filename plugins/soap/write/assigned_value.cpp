// SPDX-License-Identifier: MIT
#include "write/assigned_value.hpp"

#include <praxis/text.hpp>

#include <charconv>
#include <cstdint>
#include <system_error>

namespace praxis::soap {

namespace {

Value read_scalar(const Field& field, const std::string& text) {
    if (field.type == FieldType::whole || field.type == FieldType::number) {
        std::int64_t whole = 0;
        const auto* const last = text.data() + text.size();
        if (const auto [end, error] = std::from_chars(text.data(), last, whole);
            error == std::errc{} && end == last) {
            return whole;
        }
        double number = 0;
        if (const auto [end, error] = std::from_chars(text.data(), last, number);
            error == std::errc{} && end == last) {
            return number;
        }
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
