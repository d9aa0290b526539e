// SPDX-License-Identifier: MIT
#include "write/shorthand/tokens.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

void refuse_work(const std::string& what, std::string hint) {
    throw UsageError("--work: " + what, std::move(hint));
}

namespace {

/// A quotation mark at the beginning of a token or value. An apostrophe inside a word is a letter.
bool opens_quotes(const std::string& line, std::size_t at) {
    const bool at_beginning = at == 0 || line[at - 1] == ' ' || line[at - 1] == '=';
    return line[at] == '"' || (line[at] == '\'' && at_beginning);
}

} // namespace

WorkLine split_work_line(const std::string& line) {
    WorkLine result;
    std::string token;
    char quoted = '\0'; // the mark that closes it
    bool begun = false;
    const auto end_token = [&] {
        if (begun) {
            result.tokens.push_back(std::exchange(token, {}));
        }
        begun = false;
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char letter = line[at];
        if (letter == quoted || (quoted == '\0' && opens_quotes(line, at))) {
            quoted = quoted == '\0' ? letter : '\0';
            begun = true;
        } else if (quoted == '\0' && (letter == ' ' || letter == '\t' || letter == '\n')) {
            end_token();
            if (result.tokens.size() > 0 && result.tokens.back() == "--") {
                result.tokens.pop_back();
                result.free_text = trim(line.substr(at));
                return result;
            }
        } else {
            token += letter;
            begun = true;
        }
    }
    if (quoted != '\0') {
        refuse_work("a quotation mark is missing at the end of the text");
    }
    end_token();
    if (!result.tokens.empty() && result.tokens.back() == "--") {
        result.tokens.pop_back();
    }
    return result;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= '0' && letter <= '9';
    });
}

bool is_number(std::string_view text) {
    const auto point = text.find('.');
    return point == std::string_view::npos
               ? is_digits(text)
               : is_digits(text.substr(0, point)) && is_digits(text.substr(point + 1));
}

std::pair<std::string, std::string> split_number_from(std::string_view token, bool digits_first) {
    const auto is_of_first = [digits_first](char letter) {
        return ((letter >= '0' && letter <= '9') || letter == '.') == digits_first;
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
