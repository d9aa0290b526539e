// SPDX-License-Identifier: MIT
/// The pieces of which dates and times in words are read.
#pragma once
#include <praxis/date.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::dates {

/// What was written, short and harmless, for a message.
std::string quoted_date(std::string_view written);

bool all_digits(std::string_view text);

/// A number of at most five digits; nothing for anything else.
std::optional<int> small_number(std::string_view text);

/// Takes the time of day away from the end of the words, when there is one.
/// errors  UsageError: no time that exists; a time with a zone
std::optional<Minutes> take_time_of_day(std::string_view written, std::vector<std::string>& words);

/// Reads words as one date, counted from `today`.
/// errors  as parse_date
Date read_date(
    std::string_view written,
    const std::vector<std::string>& words,
    Date today,
    Sense sense,
    DateOrder order
);

} // namespace praxis::dates
