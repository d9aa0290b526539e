// SPDX-License-Identifier: MIT
/// A tree of plain data: the content of TOML and JSON files, of cells, records and exports. The
/// libraries that read and write those formats stay inside the core, so that none of their types
/// reaches a plugin.
#pragma once
#include <praxis/abi.h>

#include <cstddef>
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

    /// Check the kind before calling an as_ function: another kind is a bug, and throws
    /// std::bad_variant_access.
    [[nodiscard]] bool as_bool() const { return std::get<bool>(data_); }

    [[nodiscard]] std::int64_t as_integer() const { return std::get<std::int64_t>(data_); }

    [[nodiscard]] double as_number() const;

    [[nodiscard]] const std::string& as_text() const { return std::get<std::string>(data_); }

    [[nodiscard]] const Array& as_array() const { return std::get<Array>(data_); }

    [[nodiscard]] Array& as_array() { return std::get<Array>(data_); }

    [[nodiscard]] const Object& as_object() const { return std::get<Object>(data_); }

    [[nodiscard]] Object& as_object() { return std::get<Object>(data_); }

    /// The member of that name; nullptr when it is absent, or when this is not an object.
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] Value* find(std::string_view key);

    /// The member of that name, added when absent; a null value becomes an object.
    Value& operator[](std::string_view key);

    /// The text of that member; empty when it is absent or not a text.
    [[nodiscard]] std::string text_at(std::string_view key) const;

    /// The items of a list, each as plain(); empty when this is not a list.
    [[nodiscard]] std::vector<std::string> texts() const;

    /// The texts() of that member; empty when it is absent.
    [[nodiscard]] std::vector<std::string> texts_at(std::string_view key) const;

    /// Appends to an array; a null value becomes an array.
    void push_back(Value item);

    /// As one line for a person: text as it is, lists joined by ", ", null as "".
    [[nodiscard]] std::string plain() const;

    /// "text", "whole number", "number", "yes or no", "list", "table", "nothing": for messages.
    [[nodiscard]] std::string_view kind() const;

    /// Line of the file this was read from, counted from 1; 0 when it does not come from a file.
    [[nodiscard]] int line() const { return line_; }

    void set_line(int line) { line_ = line; }

    /// Equal content; lines do not count.
    friend PRAXIS_API bool operator==(const Value& left, const Value& right);

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
    int line_ = 0;
};

/// Null for an empty text, as formats for programs show it.
inline Value text_or_null(std::string text) {
    return text.empty() ? Value{} : Value{std::move(text)};
}

/// Reads TOML. `source` names the text in messages (a file's name, or "standard input").
/// limits  256 KiB, 64 levels, UTF-8
/// errors  Refused with source, line and column
PRAXIS_API Value parse_toml(std::string_view text, std::string_view source);

/// Reads JSON, with the same limits and errors as parse_toml.
/// most_bytes  for what praxis itself wrote, such as a letter with all its sessions
PRAXIS_API Value parse_json(
    std::string_view text, std::string_view source, std::size_t most_bytes = std::size_t{256} * 1024
);

/// Reads either format: JSON when the first character after spaces is '{' or '['.
PRAXIS_API Value parse_toml_or_json(std::string_view text, std::string_view source);

/// JSON on one line (indent < 0) or indented; members in their order. Hidden characters, as
/// visible() knows them, are \u escapes: safe in a terminal, and any reader restores them.
PRAXIS_API std::string to_json(const Value& value, int indent = -1);

/// JSON whose bytes depend on the content alone, as RFC 8785 defines: what a signature covers.
/// errors  Refused: a text that is not UTF-8, a number that is not finite or not exact as a double
PRAXIS_API std::string to_canonical_json(const Value& value);

} // namespace praxis
