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

/// Looks at a text before toml++ does, and refuses what makes toml++ 3.3 stop the program:
/// unexpected characters where a key is read, endless dotted keys, endless nesting. It knows
/// strings and comments as TOML defines them, so that whatever stands in them is left alone.
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
                "a character that may stand only in quotation marks",
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
                // Up to two more quotation marks still belong to a long text that ends in them.
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
            "the text that begins here has no end",
            long_string ? "close it with " + triple
                        : "close it with " + std::string{quote} + " on the same line, or begin " +
                              "and end a text of several lines with " + triple
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
        // toml++ sorts by name; people want the order in which they wrote.
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
            refuse_text(source_, place, "a number that is not finite");
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
            refuse_text(source_, place, "a text may not hold a NUL");
        }
    }

    std::string_view source_;
};

/// What a mistake is called here, by a piece of what toml++ calls it.
struct Mistake {
    std::string_view piece;
    std::string_view message;
    std::string_view hint;
};

constexpr std::string_view quote_hint =
    "texts stand in quotation marks, numbers do not: name = \"text\", minutes = 60";
constexpr std::string_view number_hint = "write 60 or 6.5, and everything else in quotation marks";
constexpr std::string_view truth_hint = "write true or false, in small letters";

/// The first that fits counts.
constexpr Mistake mistakes[] = {
    {"parsing time",
     "a time of day that is not whole",
     "put it in quotation marks: date = \"2026-11-20 14:30\""},
    {"parsing date",
     "a date that does not exist, or is not whole",
     "write year, month and day: 2026-11-20"},
    {"parsing boolean", "neither true nor false, nor a text in quotation marks", truth_hint},
    {"representable in 64 bits", "a number that is too large to be kept", ""},
    {"parsing string: unknown escape",
     "a backslash before a letter that it cannot change",
     "write \\\\ for a backslash, or put the text in 'single marks'"},
    {"unicode", "an escape that is no character", ""},
    {"leading zeroes", "a number that begins with 0", "leave the zero out, or write a text"},
    {"could not determine value type", "this is no value", quote_hint},
    {"values may not begin", "this is no value", quote_hint},
    {"expected '='", "expected = after the name", "write name = value"},
    {"expected a comment or whitespace",
     "the value ends before this, and more follows",
     quote_hint},
    {"expected comma", "expected a comma or ] in the list", quote_hint},
    {"table header", "a header that is not written as [name] or [[name]]", ""},
    {"root table", "expected a name, a header or a comment", "write name = value"},
    {"dangling comma", "a comma before the closing }", ""},
    {"integer", "a number that is written wrong", number_hint},
    {"floating-point", "a number that is written wrong", number_hint},
    {"encountered end-of-file", "something is missing at the end", quote_hint},
};

/// Tells a mistake in words of ours. What toml++ says repeats characters of the file, which may
/// be a client's; only names of fields are kept.
[[noreturn]] void refuse_mistake(std::string_view source, const toml::parse_error& error) {
    const auto place = place_of_node(error.source());
    const std::string_view said = error.description();
    constexpr std::string_view redefined = "cannot redefine existing";
    if (const auto at = said.find(redefined); at != said.npos) {
        const auto begin = said.find('\'', at);
        const auto end = said.find('\'', begin + 1);
        refuse_text(
            source,
            place,
            begin == said.npos || end == said.npos
                ? "a name that stands here a second time"
                : "the name " + visible(said.substr(begin + 1, end - begin - 1)) +
                      " stands here a second time"
        );
    }
    for (const auto& mistake : mistakes) {
        if (said.find(mistake.piece) != said.npos) {
            refuse_text(source, place, std::string{mistake.message}, std::string{mistake.hint});
        }
    }
    refuse_text(source, place, "this is no TOML", std::string{quote_hint});
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
