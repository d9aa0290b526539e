// SPDX-License-Identifier: MIT
#include "base/ecmascript_number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace praxis {

namespace {

constexpr int most_whole_digits = 21; // a longer whole number has an exponent
constexpr int most_leading_zeros = 6; // of a fraction: "0.000001", then "1e-7"

/// A positive number: 0.DIGITS times ten to the power of `point`.
struct Decimal {
    std::string digits;
    int point = 0;
};

/// The shortest digits that read back as the number; of several, those closest to it.
Decimal shortest_digits(double number) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(
        text.data(), text.data() + text.size(), number, std::chars_format::scientific
    );
    const std::string_view all{text.data(), written.ptr}; // "1.25e+02"
    const auto mark = all.find('e');
    const auto* const exponent = all.data() + mark + (all[mark + 1] == '+' ? 2 : 1);
    Decimal decimal{.digits = std::string{all.substr(0, mark)}};
    std::erase(decimal.digits, '.');
    std::from_chars(exponent, all.data() + all.size(), decimal.point);
    ++decimal.point;
    return decimal;
}

std::string with_exponent(Decimal decimal) {
    const int exponent = decimal.point - 1;
    if (decimal.digits.size() > 1) {
        decimal.digits.insert(1, 1, '.');
    }
    return decimal.digits + (exponent < 0 ? "e" : "e+") + std::to_string(exponent);
}

} // namespace

std::string to_ecmascript(double number) {
    if (number == 0) {
        return "0"; // also of -0
    }
    auto decimal = shortest_digits(std::abs(number));
    const auto count = static_cast<int>(decimal.digits.size());
    const auto zeros = [](int length) {
        return std::string(static_cast<std::size_t>(length), '0');
    };
    const std::string sign = number < 0 ? "-" : "";
    if (decimal.point > most_whole_digits || decimal.point <= -most_leading_zeros) {
        return sign + with_exponent(std::move(decimal));
    }
    if (decimal.point <= 0) {
        return sign + "0." + zeros(-decimal.point) + decimal.digits;
    }
    if (decimal.point >= count) {
        return sign + decimal.digits + zeros(decimal.point - count);
    }
    decimal.digits.insert(static_cast<std::size_t>(decimal.point), 1, '.');
    return sign + decimal.digits;
}

} // namespace praxis
