// SPDX-License-Identifier: MIT
// Canonical JSON as RFC 8785 (JCS) defines it.
#include "base/ecmascript_number.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace praxis {

namespace {

/// Orders names by their UTF-16 code units (RFC 8785, 3.2.3). The order of UTF-8 bytes differs in
/// one place: characters beyond U+FFFF, whose units begin with D8 to DB, come before U+E000.
bool comes_before(const Value::Member* left, const Value::Member* right) {
    const auto weight = [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        const bool is_after_surrogates = code == 0xEE || code == 0xEF; // U+E000 to U+FFFF
        return is_after_surrogates ? code + 0x10 : int{code};
    };
    return std::ranges::lexicographical_compare(left->first, right->first, {}, weight, weight);
}

bool is_escaped(char letter) {
    return static_cast<unsigned char>(letter) < ' ' || letter == '"' || letter == '\\';
}

/// RFC 8785, 3.2.2.2
std::string escape_of(char letter) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t";
    constexpr std::string_view names = "\"\\bfnrt";
    if (const auto place = named.find(letter); place != std::string_view::npos) {
        return {'\\', names[place]};
    }
    const auto code = static_cast<unsigned char>(letter);
    constexpr std::string_view digits = "0123456789abcdef";
    return {'\\', 'u', '0', '0', digits[code / 16U], digits[code % 16U]};
}

class CanonicalWriter {
  public:
    [[nodiscard]] std::string take() { return std::move(text_); }

    void write(const Value& value) {
        if (value.is_null()) {
            text_ += "null";
        } else if (value.is_bool()) {
            text_ += value.as_bool() ? "true" : "false";
        } else if (value.is_integer()) {
            write_integer(value.as_integer());
        } else if (value.is_number()) {
            write_number(value.as_number());
        } else if (value.is_text()) {
            write_text(value.as_text());
        } else if (value.is_array()) {
            write_array(value.as_array());
        } else {
            write_object(value.as_object());
        }
    }

  private:
    /// Every number is a double (RFC 8785, 3.1): a whole number must survive as one.
    void write_integer(std::int64_t number) {
        const auto digits = std::to_string(number);
        constexpr std::int64_t exact = std::int64_t{1} << 53;
        if ((number < -exact || number > exact) &&
            to_ecmascript(static_cast<double>(number)) != digits) {
            throw Refused(
                "the whole number " + digits + " is too large: use a text, or round it to 15 digits"
            );
        }
        text_ += digits;
    }

    void write_number(double number) {
        if (!std::isfinite(number)) {
            throw Refused("a number that is not finite cannot be signed");
        }
        text_ += to_ecmascript(number);
    }

    void write_text(const std::string& text) {
        if (find_invalid_utf8(text)) {
            throw Refused("a text that is not UTF-8, or contains a NUL, cannot be signed");
        }
        text_ += '"';
        std::size_t written = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (is_escaped(text[at])) {
                text_.append(text, written, at - written).append(escape_of(text[at]));
                written = at + 1;
            }
        }
        text_.append(text, written).append(1, '"');
    }

    void write_array(const Value::Array& items) {
        text_ += '[';
        for (const auto& item : items) {
            text_ += &item == items.data() ? "" : ",";
            write(item);
        }
        text_ += ']';
    }

    void write_object(const Value::Object& members) {
        std::vector<const Value::Member*> order;
        order.reserve(members.size());
        for (const auto& member : members) {
            order.push_back(&member);
        }
        std::ranges::sort(order, comes_before);
        text_ += '{';
        for (const auto* const member : order) {
            text_ += member == order.front() ? "" : ",";
            write_text(member->first);
            text_ += ':';
            write(member->second);
        }
        text_ += '}';
    }

    std::string text_;
};

} // namespace

std::string to_canonical_json(const Value& value) {
    CanonicalWriter writer;
    writer.write(value);
    return writer.take();
}

} // namespace praxis
