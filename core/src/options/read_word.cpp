// SPDX-License-Identifier: MIT
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <charconv>
#include <limits>

namespace praxis {

namespace {

constexpr std::size_t longest_quote = 40; // columns of a wrong value that a message repeats

std::string quoted(std::string_view word) {
    return "'" + truncate_to_width(visible(word), longest_quote) + "'";
}

/// The text without surrounding spaces and without a plus sign, which from_chars refuses.
std::string number_in(std::string_view word) {
    auto text = trim(word);
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') {
        text.erase(0, 1);
    }
    return text;
}

template <class Number> Number whole_number(std::string_view word) {
    const auto text = number_in(word);
    Number number{};
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ptr != end || read.ec == std::errc::invalid_argument) {
        throw UsageError(quoted(word) + " is not a whole number", "write digits only, such as 6");
    }
    if (read.ec == std::errc::result_out_of_range) {
        throw UsageError(
            quoted(word) + " is out of range: give a whole number from " +
            std::to_string(std::numeric_limits<Number>::min()) + " to " +
            std::to_string(std::numeric_limits<Number>::max())
        );
    }
    return number;
}

} // namespace

void read_word(std::string_view word, std::string& value) {
    if (const auto offset = find_invalid_utf8(word)) {
        throw UsageError(
            quoted(word) + " is not UTF-8 at byte " + std::to_string(*offset + 1),
            "use a terminal with a UTF-8 locale"
        );
    }
    value = word;
}

void read_word(std::string_view word, std::int64_t& value) {
    value = whole_number<std::int64_t>(word);
}

void read_word(std::string_view word, int& value) {
    value = whole_number<int>(word);
}

void read_word(std::string_view word, double& value) {
    const auto text = number_in(word);
    // Only decimal numbers: no exponent, no "inf", no hexadecimal digits.
    const bool plain = text.find_first_not_of("+-0123456789.") == std::string::npos;
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (text.empty() || !plain || read.ptr != end || read.ec != std::errc{}) {
        const bool comma = text.find(',') != std::string::npos;
        throw UsageError(
            quoted(word) + " is not a number",
            comma ? "use a decimal point, such as 6.5" : "write digits, such as 6.5"
        );
    }
    value = number;
}

} // namespace praxis
