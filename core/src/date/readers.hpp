// SPDX-License-Identifier: MIT
/// Parts of the parser for dates and times of day.
#pragma once
#include <praxis/date.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::dates {

/// The text that the user wrote, shortened and made harmless for a message.
std::string quoted_date(std::string_view written);

bool all_digits(std::string_view text);

/// The number, if the text is one to five digits; otherwise nullopt.
std::optional<int> small_number(std::string_view text);

/// Reads and removes the time of day at the end of the tokens, if there is one.
/// errors  UsageError: a time that does not exist, or a time with a zone
std::optional<Minutes> take_time_of_day(std::string_view written, std::vector<std::string>& tokens);

/// Reads tokens as one date, counted from `today`.
/// errors  as parse_date
Date read_date(
    std::string_view written,
    const std::vector<std::string>& tokens,
    Date today,
    Sense sense,
    DateOrder order
);

} // namespace praxis::dates
