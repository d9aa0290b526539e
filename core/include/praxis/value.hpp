// SPDX-License-Identifier: MIT
/// A tree of plain data: what TOML and JSON files hold, what cells and records show, what goes
/// into exports. It keeps the libraries that read and write those formats inside the core, so
/// that no type of theirs crosses to a plugin.
#pragma once
#include <praxis/abi.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace praxis {

class PRAXIS_API Value {
  public:
    using Array = std::vector<Value>;
    using Member = std::pair<std::string, Value>;
    using Object = std::vector<Member>; // in the order given; keys are unique

    Value() = default;

    Value(std::nullptr_t) {}

    Value(bool value) : data_(value) {}

    Value(int value) : data_(std::int64_t{value}) {}

    Value(std::int64_t value) : data_(value) {}

    Value(double value) : data_(value) {}

    Value(const char* text) : data_(std::string{text}) {}

    Value(std::string_view text) : data_(std::string{text}) {}

    Value(std::string text) : data_(std::move(text)) {}

    Value(Array items) : data_(std::move(items)) {}

    Value(Object members) : data_(std::move(members)) {}

    template <class T> Value(const std::optional<T>& value) {
        if (value) {
            *this = Value{*value};
        }
    }

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(data_); }

    [[nodiscard]] bool is_bool() const { return std::holds_alternative<bool>(data_); }

    [[nodiscard]] bool is_integer() const { return std::holds_alternative<std::int64_t>(data_); }

    [[nodiscard]] bool is_number() const {
        return is_integer() || std::holds_alternative<double>(data_);
    }

    [[nodiscard]] bool is_text() const { return std::holds_alternative<std::string>(data_); }

    [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(data_); }

    [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(data_); }

    /// The as_ functions expect that the kind was asked for before; another kind is a
    /// std::bad_variant_access, a mistake in the program.
    [[nodiscard]] bool as_bool() const { return std::get<bool>(data_); }

    [[nodiscard]] std::int64_t as_integer() const { return std::get<std::int64_t>(data_); }

    [[nodiscard]] double as_number() const;

    [[nodiscard]] const std::string& as_text() const { return std::get<std::string>(data_); }

    [[nodiscard]] const Array& as_array() const { return std::get<Array>(data_); }

    [[nodiscard]] Array& as_array() { return std::get<Array>(data_); }

    [[nodiscard]] const Object& as_object() const { return std::get<Object>(data_); }

    [[nodiscard]] Object& as_object() { return std::get<Object>(data_); }

    /// The member of that name; nullptr when there is none, or when this is no object.
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] Value* find(std::string_view key);

    /// The member of that name, made when absent; a null value becomes an object.
    Value& operator[](std::string_view key);

    /// The text of that member; empty when it is absent or no text.
    [[nodiscard]] std::string text_at(std::string_view key) const;

    /// The items of a list, as plain() tells each; none of what is no list.
    [[nodiscard]] std::vector<std::string> texts() const;

    /// Those of that member; none when it is absent.
    [[nodiscard]] std::vector<std::string> texts_at(std::string_view key) const;

    /// Appends to an array; a null value becomes an array.
    void push_back(Value item);

    /// As one line for a person: text as it is, lists joined by ", ", null as "".
    [[nodiscard]] std::string plain() const;

    /// "text", "whole number", "number", "yes or no", "list", "table", "nothing": for messages.
    [[nodiscard]] std::string_view kind() const;

    /// Line of the file this was read from, counted from 1; 0 when it was not read from one.
    [[nodiscard]] int line() const { return line_; }

    void set_line(int line) { line_ = line; }

    /// Equal content; lines do not count.
    friend PRAXIS_API bool operator==(const Value& left, const Value& right);

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
    int line_ = 0;
};

/// Empty text is nothing: null in every format for machines.
inline Value text_or_null(std::string text) {
    return text.empty() ? Value{} : Value{std::move(text)};
}

/// Reads TOML. `source` names the text in messages (a file's name, or "standard input").
/// limits  256 KiB, 64 levels, UTF-8
/// errors  Refused with source, line and column
PRAXIS_API Value parse_toml(std::string_view text, std::string_view source);

/// Reads JSON, with the same limits and errors as parse_toml.
PRAXIS_API Value parse_json(std::string_view text, std::string_view source);

/// Reads either: JSON when the first character that is no space is '{' or '['.
PRAXIS_API Value parse_toml_or_json(std::string_view text, std::string_view source);

/// JSON in one line (indent < 0) or indented; members in their order.
PRAXIS_API std::string to_json(const Value& value, int indent = -1);

/// JSON whose bytes depend on the content alone: one line, members sorted by name, no spaces,
/// numbers without a fraction written as whole numbers. These are the bytes a signature covers.
PRAXIS_API std::string to_canonical_json(const Value& value);

} // namespace praxis
