// SPDX-License-Identifier: MIT
#include "base/limits.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace praxis {

namespace {

constexpr int most_dots_of_line = 64;

/// Checks a text before toml++ parses it, and refuses what makes toml++ 3.3 abort the program:
/// unexpected characters in a key, very long dotted keys, very deep nesting. It recognises TOML's
/// strings and comments, and does not check their content.
class Inspector {
  public:
    Inspector(std::string_view text, std::string_view source) : text_(text), source_(source) {}

    void inspect() {
        while (at_ < text_.size()) {
            const char letter = text_[at_];
            if (letter == '#') {
                skip_comment();
            } else if (letter == '"' || letter == '\'') {
                skip_string(letter);
            } else {
                inspect_bare(letter);
                ++at_;
            }
        }
    }

  private:
    [[noreturn]] void
    refuse(std::size_t offset, const std::string& what, std::string hint = {}) const {
        refuse_text(source_, place_of(text_, offset), what, std::move(hint));
    }

    /// Tab, line feed and carriage return are the only control characters of a text file.
    void refuse_control() const {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        const bool allowed = byte == '\t' || byte == '\n' || byte == '\r';
        if ((byte < 0x20 && !allowed) || byte == 0x7F) {
            refuse(at_, "the control character " + visible(text_.substr(at_, 1)));
        }
    }

    void inspect_bare(char letter) {
        refuse_control();
        switch (letter) {
        case '\n':
            dots_ = 0;
            return;
        case '.':
            if (++dots_ > most_dots_of_line) {
                refuse(at_, "more than " + std::to_string(most_dots_of_line) + " dots in a line");
            }
            return;
        case '[':
        case '{':
            if (++levels_ > most_levels_of_text) {
                refuse(
                    at_, "more than " + std::to_string(most_levels_of_text) + " levels of brackets"
                );
            }
            return;
        case ']':
        case '}':
            levels_ = std::max(levels_ - 1, 0);
            return;
        default:
            break;
        }
        constexpr std::string_view others = " \t\r=,_-+:";
        const bool digit = letter >= '0' && letter <= '9';
        const bool alphabetic =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (!digit && !alphabetic && others.find(letter) == others.npos) {
            refuse(
                at_,
                "this character is only allowed inside quotation marks",
                "put texts in quotation marks: text = \"...\""
            );
        }
    }

    void skip_comment() {
        while (at_ < text_.size() && text_[at_] != '\n') {
            refuse_control();
            ++at_;
        }
    }

    void skip_string(char quote) {
        const auto begin = at_;
        const std::string triple(3, quote);
        const bool long_string = text_.substr(at_).starts_with(triple);
        at_ += long_string ? 3 : 1;
        while (at_ < text_.size()) {
            refuse_control();
            if (long_string ? text_.substr(at_).starts_with(triple) : text_[at_] == quote) {
                at_ += long_string ? 3 : 1;
                // Up to two more quotation marks are part of a multi-line string that ends with
                // them.
                for (int more = 0; long_string && more < 2 && ends_with_more(quote); ++more) {
                    ++at_;
                }
                return;
            }
            if (text_[at_] == '\n') {
                if (!long_string) {
                    break;
                }
                dots_ = 0;
            }
            const bool escape = quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() &&
                                text_[at_ + 1] != '\n';
            at_ += 1;
            if (escape) {
                refuse_control();
                at_ += 1;
            }
        }
        refuse(
            begin,
            "the text that starts here has no closing quotation mark",
            long_string ? "close it with " + triple
                        : "close it with " + std::string{quote} +
                              " on the same line; a text "
                              "of several lines starts and ends with " +
                              triple
        );
    }

    [[nodiscard]] bool ends_with_more(char quote) const {
        return at_ < text_.size() && text_[at_] == quote;
    }

    std::string_view text_;
    std::string_view source_;
    std::size_t at_ = 0;
    int dots_ = 0;
    int levels_ = 0;
};

Place place_of_node(const toml::source_region& region) {
    return {
        std::max(static_cast<int>(region.begin.line), 1),
        std::max(static_cast<int>(region.begin.column), 1)};
}

template <class Date> std::string iso_text(const Date& date) {
    std::ostringstream text;
    text << date;
    return text.str();
}

class Converter {
  public:
    explicit Converter(std::string_view source) : source_(source) {}

    [[nodiscard]] Value convert(const toml::node& node, int level = 0) const {
        const auto place = place_of_node(node.source());
        if ((node.is_table() || node.is_array()) && level >= most_levels_of_text) {
            refuse_text(
                source_, place, "more than " + std::to_string(most_levels_of_text) + " levels"
            );
        }
        auto value = node.visit([&](const auto& given) { return from(given, place, level); });
        value.set_line(place.line);
        return value;
    }

  private:
    Value from(const toml::table& table, Place, int level) const {
        // toml++ sorts members by name; praxis keeps the order of the file.
        using Member = std::pair<const toml::key*, const toml::node*>;
        std::vector<Member> order;
        order.reserve(table.size());
        for (auto&& [key, node] : table) {
            order.emplace_back(&key, &node);
        }
        std::stable_sort(order.begin(), order.end(), [](const Member& left, const Member& right) {
            return left.first->source().begin < right.first->source().begin;
        });
        Value::Object members;
        members.reserve(order.size());
        for (const auto& [key, node] : order) {
            const std::string name{key->str()};
            refuse_nul(name, place_of_node(key->source()));
            members.emplace_back(name, convert(*node, level + 1));
        }
        return members;
    }

    Value from(const toml::array& array, Place, int level) const {
        Value::Array items;
        items.reserve(array.size());
        for (const auto& node : array) {
            items.push_back(convert(node, level + 1));
        }
        return items;
    }

    Value from(const toml::value<std::string>& text, Place place, int) const {
        refuse_nul(text.get(), place);
        return text.get();
    }

    Value from(const toml::value<double>& number, Place place, int) const {
        if (!std::isfinite(number.get())) {
            refuse_text(source_, place, "the number is not finite");
        }
        return number.get();
    }

    Value from(const toml::value<bool>& truth, Place, int) const { return truth.get(); }

    Value from(const toml::value<std::int64_t>& number, Place, int) const { return number.get(); }

    Value from(const toml::value<toml::date>& date, Place, int) const {
        return iso_text(date.get());
    }

    Value from(const toml::value<toml::time>& time, Place, int) const {
        return iso_text(time.get());
    }

    Value from(const toml::value<toml::date_time>& time, Place, int) const {
        return iso_text(time.get());
    }

    void refuse_nul(const std::string& text, Place place) const {
        if (text.find('\0') != text.npos) {
            refuse_text(source_, place, "a text may not contain a NUL character");
        }
    }

    std::string_view source_;
};

/// Our message for a mistake, found by a part of toml++'s message.
struct Mistake {
    std::string_view piece;
    std::string_view message;
    std::string_view hint;
};

constexpr std::string_view quote_hint =
    "put texts in quotation marks, but not numbers: name = \"text\", minutes = 60";
constexpr std::string_view number_hint = "write 60 or 6.5; put everything else in quotation marks";
constexpr std::string_view truth_hint = "write true or false in lower case";

/// The first entry that matches is used.
constexpr Mistake mistakes[] = {
    {"parsing time",
     "the time of day is incomplete",
     "put it in quotation marks: date = \"2026-11-20 14:30\""},
    {"parsing date",
     "the date does not exist or is incomplete",
     "write year, month and day: 2026-11-20"},
    {"parsing boolean",
     "the value is neither true, nor false, nor a text in quotation marks",
     truth_hint},
    {"representable in 64 bits", "the number is too large", ""},
    {"parsing string: unknown escape",
     "the backslash is not followed by a valid escape character",
     "write \\\\ for a backslash, or put the text in 'single quotation marks'"},
    {"unicode", "the escape is not a character", ""},
    {"leading zeroes",
     "the number starts with 0",
     "leave out the zero, or put the value in quotation marks"},
    {"could not determine value type", "this is not a value", quote_hint},
    {"values may not begin", "this is not a value", quote_hint},
    {"expected '='", "expected = after the name", "write name = value"},
    {"expected a comment or whitespace", "there is text after the value", quote_hint},
    {"expected comma", "expected a comma or ] in the list", quote_hint},
    {"table header", "write the header as [name] or [[name]]", ""},
    {"root table", "expected a name, a header or a comment", "write name = value"},
    {"dangling comma", "there is a comma before the closing }", ""},
    {"integer", "the number is not valid", number_hint},
    {"floating-point", "the number is not valid", number_hint},
    {"encountered end-of-file", "the text ends before the value is complete", quote_hint},
};

/// Reports a mistake in our own words. The messages of toml++ repeat characters of the file, which
/// may be a client's; only names of fields are kept.
[[noreturn]] void refuse_mistake(std::string_view source, const toml::parse_error& error) {
    const auto place = place_of_node(error.source());
    const std::string_view description = error.description();
    constexpr std::string_view redefined = "cannot redefine existing";
    if (const auto at = description.find(redefined); at != description.npos) {
        const auto begin = description.find('\'', at);
        const auto end = description.find('\'', begin + 1);
        refuse_text(
            source,
            place,
            begin == description.npos || end == description.npos
                ? "this name is already defined"
                : "the name " + visible(description.substr(begin + 1, end - begin - 1)) +
                      " is already defined"
        );
    }
    for (const auto& mistake : mistakes) {
        if (description.find(mistake.piece) != description.npos) {
            refuse_text(source, place, std::string{mistake.message}, std::string{mistake.hint});
        }
    }
    refuse_text(source, place, "this is not TOML", std::string{quote_hint});
}

} // namespace

Value parse_toml(std::string_view text, std::string_view source) {
    check_text(text, source);
    text = without_byte_order_mark(text);
    Inspector{text, source}.inspect();
    try {
        const auto table = toml::parse(text, std::string_view{});
        return Converter{source}.convert(table);
    } catch (const toml::parse_error& error) {
        refuse_mistake(source, error);
    }
}

} // namespace praxis
