// SPDX-License-Identifier: MIT
#include "identifier.hpp"

#include <algorithm>

namespace praxis::exports {

bool is_identifier(std::string_view word) {
    constexpr std::size_t longest = 28;
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view others = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-:.,;+()";
    const auto is_known = [&](char c) {
        return digits.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos;
    };
    return word.size() <= longest && word.find('-') != std::string_view::npos &&
           word.find_first_of(digits) != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), is_known);
}

} // namespace praxis::exports
