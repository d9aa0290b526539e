// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include "base/ecmascript_number.hpp"
#include "base/limits.hpp"
#include "text/hidden.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_set>

namespace praxis {

namespace {

// --- reading --------------------------------------------------------------------------------

/// The reader's position. It reads one byte past a number, so the place of a value is that of the
/// byte before the last one.
class Progress {
  public:
    explicit Progress(std::string_view text) : text_(text) {}

    [[nodiscard]] bool at_end() const { return offset_ == text_.size(); }

    [[nodiscard]] char byte() const { return text_[offset_]; }

    void advance() {
        if (offset_ > 0 && text_[offset_ - 1] == '\n') {
            ++line_;
        }
        ++offset_;
    }

    [[nodiscard]] int line() const { return line_; }

    [[nodiscard]] Place place() const { return place_of(text_, offset_ > 0 ? offset_ - 1 : 0); }

  private:
    std::string_view text_;
    std::size_t offset_ = 0;
    int line_ = 1;
};

/// Passes the bytes to nlohmann's reader; all copies share one Progress.
class Bytes {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    Bytes() = default;

    explicit Bytes(Progress& progress) : progress_(&progress) {}

    char operator*() const { return progress_->byte(); }

    Bytes& operator++() {
        progress_->advance();
        return *this;
    }

    Bytes operator++(int) {
        auto before = *this;
        ++*this;
        return before;
    }

    friend bool operator==(const Bytes& left, const Bytes& right) {
        return left.at_end() == right.at_end();
    }

    friend bool operator!=(const Bytes& left, const Bytes& right) { return !(left == right); }

  private:
    [[nodiscard]] bool at_end() const { return progress_ == nullptr || progress_->at_end(); }

    Progress* progress_ = nullptr;
};

/// The text is refused, and its place is not known: it was read without a Progress.
struct Unplaced {};

/// Builds the tree from nlohmann's events.
class Builder {
  public:
    using json = nlohmann::ordered_json;

    /// progress  nullptr for a text of one line
    Builder(std::string_view source, const Progress* progress)
        : source_(source), progress_(progress) {}

    [[nodiscard]] Value take() { return std::move(root_); }

    bool null() { return put(Value{}); }

    bool boolean(bool value) { return put(Value{value}); }

    bool number_integer(json::number_integer_t value) { return put(Value{std::int64_t{value}}); }

    bool number_unsigned(json::number_unsigned_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            refuse_size();
        }
        return put(Value{static_cast<std::int64_t>(value)});
    }

    bool number_float(json::number_float_t value, const json::string_t& written) {
        // A whole number too large for an integer arrives here: rounding could change it.
        if (written.find_first_of(".eE") == std::string::npos && written != to_ecmascript(value)) {
            refuse_size();
        }
        return put(Value{value});
    }

    bool string(json::string_t& value) {
        if (value.find('\0') != std::string::npos) {
            refuse("a text may not contain a NUL character");
        }
        return put(Value{std::move(value)});
    }

    bool binary(json::binary_t&) { return false; }

    bool start_object(std::size_t) { return open(Value{Value::Object{}}); }

    bool key(json::string_t& value) {
        auto& level = levels_.back();
        if (value.find('\0') != std::string::npos) {
            refuse("a name may not contain a NUL character");
        }
        if (!level.add_key(value)) {
            refuse("the name \"" + visible(value) + "\" is already defined");
        }
        level.key = std::move(value);
        return true;
    }

    bool end_object() { return close(); }

    bool start_array(std::size_t) { return open(Value{Value::Array{}}); }

    bool end_array() { return close(); }

    /// The reader calls this when the text is not JSON.
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        if (progress_ == nullptr) {
            throw Unplaced{};
        }
        // The library's message repeats the last text, which may be about a client.
        const std::string_view message = error.what();
        constexpr std::string_view marker = "; expected ";
        const auto expected = message.rfind(marker);
        if (progress_->at_end() && message.find("unexpected end of input") != message.npos) {
            refuse(
                "the text ends before the value is complete",
                "close every bracket and quotation mark"
            );
        }
        if (message.find("number overflow") != message.npos) {
            refuse_size();
        }
        if (expected != message.npos) {
            const auto what = message.substr(expected + marker.size());
            if (what.find('\'') == what.npos && what.size() < 60) {
                refuse("this is not JSON: expected " + std::string{what});
            }
        }
        refuse("this is not JSON");
    }

  private:
    struct Level {
        Value value;
        std::string key;                      // of the next member
        std::unordered_set<std::string> keys; // of a large object

        /// Whether the object has no such member yet. Most objects are small.
        bool add_key(const std::string& name) {
            constexpr std::size_t small = 16;
            const auto& members = value.as_object();
            if (members.size() < small) {
                return value.find(name) == nullptr;
            }
            if (keys.empty()) {
                for (const auto& [earlier, member] : members) {
                    keys.insert(earlier);
                }
            }
            return keys.insert(name).second;
        }
    };

    [[noreturn]] void refuse(const std::string& what, std::string hint = {}) const {
        if (progress_ == nullptr) {
            throw Unplaced{};
        }
        refuse_text(source_, progress_->place(), what, std::move(hint));
    }

    [[nodiscard]] int line() const { return progress_ == nullptr ? 1 : progress_->line(); }

    [[noreturn]] void refuse_size() const { refuse("the number is too large"); }

    bool put(Value value) {
        if (value.line() == 0) {
            value.set_line(line());
        }
        if (levels_.empty()) {
            root_ = std::move(value);
            return true;
        }
        auto& level = levels_.back();
        if (level.value.is_array()) {
            level.value.as_array().push_back(std::move(value));
        } else {
            level.value.as_object().emplace_back(std::move(level.key), std::move(value));
        }
        return true;
    }

    bool open(Value value) {
        if (levels_.size() == most_levels_of_text) {
            refuse("more than " + std::to_string(most_levels_of_text) + " levels of brackets");
        }
        value.set_line(line());
        levels_.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close() {
        auto value = std::move(levels_.back().value);
        levels_.pop_back();
        return put(std::move(value));
    }

    std::string_view source_;
    const Progress* progress_;
    std::vector<Level> levels_;
    Value root_;
};

// --- writing --------------------------------------------------------------------------------

/// Beyond the first plane JSON has two escapes, as UTF-16 has two units.
void append_escape(std::string& into, std::uint32_t code) {
    constexpr std::uint32_t beyond = 0x10000;
    const auto end = std::back_inserter(into);
    if (code < beyond) {
        fmt::format_to(end, "\\u{:04x}", code);
        return;
    }
    const std::uint32_t rest = code - beyond;
    fmt::format_to(end, "\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

/// The letter of the short escape of a character; NUL when it has none.
char short_escape(char letter) {
    switch (letter) {
    case '"':
    case '\\':
        return letter;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

/// Bytes that are not UTF-8, and NULs, can only come from a database that another program wrote.
std::string repair_utf8(std::string_view text) {
    std::string result;
    while (const auto offset = find_invalid_utf8(text)) {
        result += text.substr(0, *offset);
        result += text[*offset] == '\0' ? std::string{'\0'} : std::string{"\xEF\xBF\xBD"};
        text.remove_prefix(*offset + 1);
    }
    return result += text;
}

/// Characters that nobody sees, or that steer a terminal, are written as escapes, which every
/// reader of JSON turns back.
void append_text(std::string& into, std::string_view text) {
    into += '"';
    for (unicode::HiddenScanner scanner{text}; !scanner.at_end();) {
        const auto [step, hidden] = scanner.next();
        const char letter = short_escape(text[step.begin]);
        if (letter != '\0') {
            into += '\\';
            into += letter;
        } else if (step.code < ' ' || hidden) {
            append_escape(into, static_cast<std::uint32_t>(step.code));
        } else {
            into += text.substr(step.begin, step.size);
        }
    }
    into += '"';
}

void append_number(std::string& into, double number) {
    if (!std::isfinite(number)) {
        into += "null"; // JSON has no such number
        return;
    }
    constexpr double whole_limit = 9223372036854775808.0; // 2^63
    const bool large = std::abs(number) >= whole_limit;
    if (!large && std::trunc(number) == number) {
        into += std::to_string(static_cast<std::int64_t>(number)) + ".0";
        return;
    }
    // A large number keeps its exponent: digits alone would be read as an integer.
    std::array<char, 32> text{};
    char* const end = text.data() + text.size();
    const auto written =
        large ? std::to_chars(text.data(), end, number, std::chars_format::scientific)
              : std::to_chars(text.data(), end, number);
    into.append(text.data(), written.ptr);
}

class Writer {
  public:
    Writer(std::string& into, int indent, std::size_t level = 0)
        : text_(into), indent_(indent), level_(level) {}

    void write(const Value& value) {
        if (value.is_null()) {
            text_ += "null";
        } else if (value.is_bool()) {
            text_ += value.as_bool() ? "true" : "false";
        } else if (value.is_integer()) {
            text_ += std::to_string(value.as_integer());
        } else if (value.is_number()) {
            append_number(text_, value.as_number());
        } else if (value.is_text()) {
            write_text(value.as_text());
        } else if (value.is_array()) {
            write_array(value.as_array());
        } else {
            write_object(value.as_object());
        }
    }

  private:
    void write_text(const std::string& text) {
        if (unicode::is_plain_ascii(text) && text.find_first_of("\"\\") == std::string::npos) {
            text_.append(1, '"').append(text) += '"'; // as nearly all text is
        } else if (find_invalid_utf8(text)) {
            append_text(text_, repair_utf8(text));
        } else {
            append_text(text_, text);
        }
    }

    void write_array(const Value::Array& items) {
        begin('[');
        bool first = true;
        for (const auto& item : items) {
            next(std::exchange(first, false));
            write(item);
        }
        end(']', items.empty());
    }

    void write_object(const Value::Object& members) {
        begin('{');
        bool first = true;
        for (const auto& [name, member] : members) {
            next(std::exchange(first, false));
            write_text(name);
            text_ += indent_ < 0 ? ":" : ": ";
            write(member);
        }
        end('}', members.empty());
    }

    void begin(char bracket) {
        text_ += bracket;
        ++level_;
    }

    void next(bool first) {
        if (!first) {
            text_ += ',';
        }
        break_line();
    }

    void end(char bracket, bool empty) {
        --level_;
        if (!empty) {
            break_line();
        }
        text_ += bracket;
    }

    void break_line() {
        if (indent_ >= 0) {
            text_ += '\n';
            text_.append(static_cast<std::size_t>(indent_) * level_, ' ');
        }
    }

    std::string& text_;
    int indent_;
    std::size_t level_;
};

/// Counting lines takes longer than reading: stored records have one.
Value parse_line(std::string_view text) {
    Builder builder{{}, nullptr};
    nlohmann::ordered_json::sax_parse(text.data(), text.data() + text.size(), &builder);
    return builder.take();
}

} // namespace

Value parse_json(std::string_view text, std::string_view source, std::size_t most_bytes) {
    check_text(text, source, most_bytes);
    const auto json = without_byte_order_mark(text);
    if (json.find('\n') == std::string_view::npos) {
        try {
            return parse_line(json);
        } catch (const Unplaced&) {
            // Read again, for the place of the mistake.
        }
    }
    Progress progress{json};
    Builder builder{source, &progress};
    nlohmann::ordered_json::sax_parse(Bytes{progress}, Bytes{}, &builder);
    return builder.take();
}

void append_json(std::string& into, const Value& value, int indent, std::size_t level) {
    Writer{into, indent, level}.write(value);
}

std::string to_json(const Value& value, int indent) {
    std::string text;
    append_json(text, value, indent);
    return text;
}

} // namespace praxis
