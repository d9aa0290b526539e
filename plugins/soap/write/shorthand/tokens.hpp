// SPDX-License-Identifier: MIT
/// Splits a line of work into tokens, and tokens into letters and digits.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::soap {

struct WorkLine {
    std::vector<std::string> tokens;
    std::string free_text; // after "--"
};

/// Tokens are separated by spaces. Text in single or double quotation marks, straight or curly, is
/// one token. Numbers around an arrow are one token, too: "8 > 3". A long dash is as good as "--".
/// errors  UsageError when a quotation mark is not closed
WorkLine split_work_line(const std::string& line);

/// errors  UsageError, always
[[noreturn]] void refuse_work(const std::string& what, std::string hint = {});

bool is_digits(std::string_view text);
bool is_number(std::string_view text);

/// "52,5" as "52.5".
std::string with_decimal_point(std::string text);

/// The minutes of "1h", "1h30", "1h30m" or "1.5h"; nothing for other words.
std::optional<std::string> read_hours(std::string_view token);

/// What is before and after the arrow of "8>3", "8->3" or "8→3"; nothing without an arrow.
std::optional<std::pair<std::string, std::string>> split_at_arrow(const std::string& token);

/// "20m" as "20" and "m" with the digits first; "p3" as "p" and "3" without.
std::pair<std::string, std::string> split_number_from(std::string_view token, bool digits_first);

/// Whether the token is the unit, or one of its shorter names: "m" for "min".
bool is_unit(const std::string& unit, std::string_view token);

/// Splits "hold_seconds x repetitions" at " x ".
std::vector<std::string> split_meaning(const std::string& meaning, const std::string& between);

} // namespace praxis::soap
