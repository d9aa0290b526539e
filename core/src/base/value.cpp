// SPDX-License-Identifier: MIT
#include <praxis/value.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace praxis {

namespace {

/// The double as an integer, if it is a whole number in range.
std::optional<std::int64_t> as_whole(double number) {
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (std::trunc(number) != number || number < -limit || number >= limit) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

std::string number_text(double number) {
    if (const auto whole = as_whole(number)) {
        return std::to_string(*whole);
    }
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, number);
    return {text, written.ptr};
}

bool equal_numbers(const Value& left, const Value& right) {
    if (left.is_integer() && right.is_integer()) {
        return left.as_integer() == right.as_integer();
    }
    if (left.is_integer() || right.is_integer()) {
        const auto whole = as_whole(left.is_integer() ? right.as_number() : left.as_number());
        return whole && *whole == (left.is_integer() ? left : right).as_integer();
    }
    return left.as_number() == right.as_number();
}

std::vector<const Value::Member*> sorted(const Value::Object& members) {
    std::vector<const Value::Member*> result;
    result.reserve(members.size());
    for (const auto& member : members) {
        result.push_back(&member);
    }
    std::sort(result.begin(), result.end(), [](const auto* left, const auto* right) {
        return left->first < right->first;
    });
    return result;
}

bool equal_objects(const Value::Object& left, const Value::Object& right) {
    const auto a = sorted(left);
    const auto b = sorted(right);
    return std::equal(
        a.begin(),
        a.end(),
        b.begin(),
        b.end(),
        [](const auto* one, const auto* other) { return *one == *other; }
    );
}

} // namespace

double Value::as_number() const {
    return is_integer() ? static_cast<double>(as_integer()) : std::get<double>(data_);
}

const Value* Value::find(std::string_view key) const {
    const auto* members = std::get_if<Object>(&data_);
    if (members == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(members->begin(), members->end(), [key](const auto& member) {
        return member.first == key;
    });
    return found == members->end() ? nullptr : &found->second;
}

Value* Value::find(std::string_view key) {
    return const_cast<Value*>(std::as_const(*this).find(key));
}

Value& Value::operator[](std::string_view key) {
    if (is_null()) {
        data_ = Object{};
    }
    if (auto* const present = find(key)) {
        return *present;
    }
    return as_object().emplace_back(std::string{key}, Value{}).second;
}

std::string Value::text_at(std::string_view key) const {
    const auto* const member = find(key);
    return member != nullptr && member->is_text() ? member->as_text() : std::string{};
}

std::vector<std::string> Value::texts() const {
    std::vector<std::string> texts;
    if (is_array()) {
        for (const auto& item : as_array()) {
            texts.push_back(item.plain());
        }
    }
    return texts;
}

std::vector<std::string> Value::texts_at(std::string_view key) const {
    const auto* list = find(key);
    return list == nullptr ? std::vector<std::string>{} : list->texts();
}

void Value::push_back(Value item) {
    if (is_null()) {
        data_ = Array{};
    }
    as_array().push_back(std::move(item));
}

std::string Value::plain() const {
    if (is_text()) {
        return as_text();
    }
    if (is_bool()) {
        return as_bool() ? "yes" : "no";
    }
    if (is_integer()) {
        return std::to_string(as_integer());
    }
    if (is_number()) {
        return number_text(as_number());
    }
    std::string line;
    const auto append = [&line](const std::string& part) {
        if (!line.empty()) {
            line += ", ";
        }
        line += part;
    };
    if (is_array()) {
        for (const auto& item : as_array()) {
            append(item.plain());
        }
    } else if (is_object()) {
        for (const auto& [key, member] : as_object()) {
            append(key + ": " + member.plain());
        }
    }
    return line;
}

std::string_view Value::kind() const {
    static constexpr std::string_view kinds[] = {
        "nothing", "yes or no", "whole number", "number", "text", "list", "table"};
    return kinds[data_.index()];
}

bool operator==(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) {
        return equal_numbers(left, right);
    }
    if (left.is_object() && right.is_object()) {
        return equal_objects(left.as_object(), right.as_object());
    }
    return left.data_ == right.data_;
}

Value parse_toml_or_json(std::string_view text, std::string_view source) {
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    auto rest = text;
    if (rest.starts_with(byte_order_mark)) {
        rest.remove_prefix(byte_order_mark.size());
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    if (rest.starts_with('{')) {
        return parse_json(text, source);
    }
    if (rest.starts_with('[')) {
        // A TOML file may start with a table header, [subjective] or [[block]]. A JSON array never
        // has a bare word there, except its three constants.
        rest.remove_prefix(std::min(rest.find_first_not_of("[ \t"), rest.size()));
        const auto word = rest.substr(
            0,
            rest.find_first_not_of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
            )
        );
        const bool letter =
            !word.empty() && (word.front() < '0' || word.front() > '9') && word.front() != '-';
        const bool constant = word == "true" || word == "false" || word == "null";
        return letter && !constant ? parse_toml(text, source) : parse_json(text, source);
    }
    return parse_toml(text, source);
}

} // namespace praxis
