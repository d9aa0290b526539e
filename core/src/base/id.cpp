// SPDX-License-Identifier: MIT
#include <praxis/id.hpp>

#include <charconv>

namespace praxis {

namespace {

constexpr std::size_t shortest_number = 4;

char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

bool starts_with_prefix(std::string_view text, std::string_view prefix) {
    if (text.size() < prefix.size()) {
        return false;
    }
    for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (upper(text[i]) != upper(prefix[i])) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string format_id(std::string_view prefix, std::int64_t number) {
    auto digits = std::to_string(number);
    if (digits.size() < shortest_number) {
        digits.insert(0, shortest_number - digits.size(), '0');
    }
    return std::string{prefix} + "-" + digits;
}

std::optional<std::int64_t> parse_id(std::string_view prefix, std::string_view text) {
    if (!starts_with_prefix(text, prefix)) {
        return std::nullopt;
    }
    text.remove_prefix(prefix.size());
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    // from_chars would accept a second minus sign.
    if (text.empty() || text.front() < '0' || text.front() > '9') {
        return std::nullopt;
    }
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number == 0) {
        return std::nullopt;
    }
    return number;
}

} // namespace praxis
