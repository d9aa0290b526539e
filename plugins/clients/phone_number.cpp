// SPDX-License-Identifier: MIT
#include "phone_number.hpp"

#include <algorithm>
#include <iterator>

namespace praxis::clients {
namespace {

constexpr std::size_t fewest_searched = 3;
constexpr std::size_t fewest_of_a_number = 6; // of a whole number without its area code

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

/// The number without its extension: "(517) 555-0142 ext. 7".
std::string_view without_extension(std::string_view number) {
    const auto first = number.find_first_of("0123456789");
    return first == std::string_view::npos
               ? number
               : number.substr(0, number.find_first_not_of("0123456789 +-./()", first));
}

/// The digits without the prefix for calls abroad or out of town, which is 0, 00 or 011. "(0)" is
/// dialled inside the country only.
std::string without_prefix(std::string_view number) {
    std::string text{number};
    if (const auto at = text.find("(0)"); at != std::string::npos && at > 0) {
        text.erase(at, 3);
    }
    auto digits = digits_of(text);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

} // namespace

std::string phone_digits(std::string_view text) {
    if (text.find_first_not_of("0123456789 +-./()") != std::string_view::npos) {
        return {};
    }
    auto digits = digits_of(text);
    return digits.size() >= fewest_searched ? digits : std::string{};
}

bool matches_phone(std::string_view number, std::string_view digits) {
    if (digits.empty()) {
        return false;
    }
    if (digits_of(number).find(digits) != std::string::npos) {
        return true;
    }
    const auto stored = without_prefix(without_extension(number));
    const auto typed = without_prefix(digits);
    return std::min(stored.size(), typed.size()) >= fewest_of_a_number &&
           (stored.ends_with(typed) || typed.ends_with(stored));
}

} // namespace praxis::clients
