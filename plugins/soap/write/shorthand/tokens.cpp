// SPDX-License-Identifier: MIT
#include "write/shorthand/tokens.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::soap {

void refuse_work(const std::string& what, std::string hint) {
    throw UsageError("--work: " + what, std::move(hint));
}

namespace {

constexpr std::array<std::string_view, 3> arrows{"→", "->", ">"};

/// A quotation mark: '"' or '\'' for straight and curly ones, and its length in bytes.
struct Quote {
    char mark = '\0';
    std::size_t length = 1;
};

Quote quote_at(const std::string& line, std::size_t at) {
    static constexpr std::array<std::pair<std::string_view, char>, 8> curly{
        {{"“", '"'},
         {"”", '"'},
         {"„", '"'},
         {"«", '"'},
         {"»", '"'},
         {"‘", '\''},
         {"’", '\''},
         {"‚", '\''}}};
    for (const auto& [text, mark] : curly) {
        if (line.compare(at, text.size(), text) == 0) {
            return {mark, text.size()};
        }
    }
    const bool is_straight = line[at] == '"' || line[at] == '\'';
    return {is_straight ? line[at] : '\0', 1};
}

bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n';
}

/// A quotation mark at the beginning of a token or value. An apostrophe inside a word is a letter.
bool opens_quotes(const std::string& line, std::size_t at, char mark) {
    const bool at_beginning = at == 0 || is_blank(line[at - 1]) || line[at - 1] == '=';
    return mark == '"' || (mark == '\'' && at_beginning);
}

/// A mark like the one that opened them. A curly apostrophe inside a word is a letter.
bool closes_quotes(const std::string& line, std::size_t at, const Quote& quote) {
    const auto next = at + quote.length;
    return quote.mark == '"' || quote.length == 1 || next >= line.size() || is_blank(line[next]);
}

bool begins_free_text(const std::string& token) {
    return token == "--" || token == "—" || token == "–";
}

bool is_arrow(const std::string& token) {
    return std::find(arrows.begin(), arrows.end(), token) != arrows.end();
}

bool has_digit(const std::string& token) {
    return token.find_first_of("0123456789") != std::string::npos;
}

/// "8", ">" and "3" as "8>3".
std::vector<std::string> join_arrows(const std::vector<std::string>& tokens) {
    std::vector<std::string> joined;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool between = is_arrow(tokens[at]) && at + 1 < tokens.size() && !joined.empty() &&
                             has_digit(joined.back()) && has_digit(tokens[at + 1]);
        if (between) {
            joined.back() += tokens[at] + tokens[at + 1];
            ++at;
        } else {
            joined.push_back(tokens[at]);
        }
    }
    return joined;
}

/// Reads the tokens of a line one by one.
class Splitter {
  public:
    explicit Splitter(const std::string& line) : line_(line) {}

    WorkLine split() {
        for (std::size_t at = 0; at < line_.size() && !ended_;) {
            at += read(at);
        }
        if (quoted_ != '\0') {
            refuse_work("a quotation mark is missing at the end of the text");
        }
        end_token(line_.size());
        result_.tokens = join_arrows(result_.tokens);
        return std::move(result_);
    }

  private:
    /// Reads one letter, and returns its length.
    std::size_t read(std::size_t at) {
        const auto quote = quote_at(line_, at);
        const bool closes =
            quoted_ != '\0' && quote.mark == quoted_ && closes_quotes(line_, at, quote);
        if (closes || (quoted_ == '\0' && opens_quotes(line_, at, quote.mark))) {
            quoted_ = closes ? '\0' : quote.mark;
            begun_ = true;
            return quote.length;
        }
        if (quoted_ == '\0' && is_blank(line_[at])) {
            end_token(at);
        } else {
            token_ += line_[at];
            begun_ = true;
        }
        return 1;
    }

    void end_token(std::size_t at) {
        if (std::exchange(begun_, false) && !ended_) {
            result_.tokens.push_back(std::exchange(token_, {}));
            if (begins_free_text(result_.tokens.back())) {
                result_.tokens.pop_back();
                result_.free_text = trim(line_.substr(at));
                ended_ = true;
            }
        }
    }

    const std::string& line_;
    WorkLine result_;
    std::string token_;
    char quoted_ = '\0'; // the mark that closes it
    bool begun_ = false;
    bool ended_ = false; // the rest is free text
};

} // namespace

WorkLine split_work_line(const std::string& line) {
    return Splitter{line}.split();
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= '0' && letter <= '9';
    });
}

bool is_number(std::string_view text) {
    const auto point = text.find_first_of(".,");
    return point == std::string_view::npos
               ? is_digits(text)
               : is_digits(text.substr(0, point)) && is_digits(text.substr(point + 1));
}

std::string with_decimal_point(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

std::optional<std::string> read_hours(std::string_view token) {
    auto [hours, rest] = split_number_from(token, true);
    if (!is_number(hours) || !rest.starts_with('h') || hours.size() > 4) {
        return std::nullopt;
    }
    auto [minutes, unit] = split_number_from(std::string_view{rest}.substr(1), true);
    const bool ends_well = unit.empty() || unit == "rs" || unit == "r" || is_unit("min", unit);
    const bool is_whole = minutes.empty() || (is_digits(minutes) && minutes.size() == 2);
    if (!ends_well || !is_whole || (!minutes.empty() && !is_digits(hours))) {
        return std::nullopt;
    }
    const auto length =
        std::stod(with_decimal_point(hours)) * 60 + (minutes.empty() ? 0 : std::stod(minutes));
    return std::to_string(static_cast<int>(length + 0.5));
}

std::optional<std::pair<std::string, std::string>> split_at_arrow(const std::string& token) {
    for (const auto& arrow : arrows) {
        if (const auto at = token.find(arrow); at != std::string::npos) {
            return std::pair{token.substr(0, at), token.substr(at + arrow.size())};
        }
    }
    return std::nullopt;
}

std::pair<std::string, std::string> split_number_from(std::string_view token, bool digits_first) {
    const auto is_of_first = [digits_first](char letter) {
        const bool is_digit = (letter >= '0' && letter <= '9') || letter == '.' || letter == ',';
        return is_digit == digits_first;
    };
    const auto end = std::find_if_not(token.begin(), token.end(), is_of_first);
    return {std::string{token.begin(), end}, std::string{end, token.end()}};
}

bool is_unit(const std::string& unit, std::string_view token) {
    static const std::vector<std::pair<std::string_view, std::string_view>> shorter{
        {"min", "m"}, {"min", "minutes"}, {"s", "sec"}, {"s", "seconds"}};
    return !unit.empty() &&
           (unit == token ||
            std::find(shorter.begin(), shorter.end(), std::pair{std::string_view{unit}, token}) !=
                shorter.end());
}

std::vector<std::string> split_meaning(const std::string& meaning, const std::string& between) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (auto at = meaning.find(between); at != std::string::npos;
         at = meaning.find(between, begin)) {
        parts.push_back(trim(meaning.substr(begin, at - begin)));
        begin = at + between.size();
    }
    parts.push_back(trim(meaning.substr(begin)));
    return parts;
}

} // namespace praxis::soap
