// SPDX-License-Identifier: MIT
#include "measure.hpp"

#include <utility>

namespace praxis::outcomes {

namespace {

Value list_of(const std::vector<NamedNumber>& numbers) {
    Value::Array list;
    for (const auto& [name, value] : numbers) {
        list.emplace_back(Value::Object{{"name", name}, {"value", value}});
    }
    return list;
}

const Value::Array& list_at(const Value& value, std::string_view key) {
    static const Value::Array none;
    const auto* list = value.find(key);
    return list != nullptr && list->is_array() ? list->as_array() : none;
}

double number_of(const Value* value) {
    return value != nullptr && value->is_number() ? value->as_number() : 0;
}

std::vector<NamedNumber> numbers_at(const Value& value, std::string_view key) {
    std::vector<NamedNumber> numbers;
    for (const auto& item : list_at(value, key)) {
        numbers.push_back({item.text_at("name"), number_of(item.find("value"))});
    }
    return numbers;
}

} // namespace

Value to_value(const Given& given) {
    if (given.is_empty()) {
        return {};
    }
    Value value = Value::Object{};
    if (!given.activities.empty()) {
        value["activities"] = list_of(given.activities);
    }
    if (!given.items.empty()) {
        value["items"] = Value::Array(given.items.begin(), given.items.end());
    }
    if (given.ticked) {
        value["ticked"] = Value::Array(given.ticked->begin(), given.ticked->end());
    }
    if (!given.parts.empty()) {
        value["parts"] = list_of(given.parts);
    }
    return value;
}

Given given_from(const Value& value) {
    Given given;
    given.activities = numbers_at(value, "activities");
    given.parts = numbers_at(value, "parts");
    for (const auto& item : list_at(value, "items")) {
        given.items.push_back(item.is_null() ? std::nullopt : std::optional{number_of(&item)});
    }
    if (value.find("ticked") != nullptr) {
        given.ticked.emplace();
        for (const auto& item : list_at(value, "ticked")) {
            given.ticked->push_back(static_cast<int>(number_of(&item)));
        }
    }
    return given;
}

} // namespace praxis::outcomes
