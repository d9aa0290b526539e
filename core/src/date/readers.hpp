// SPDX-License-Identifier: MIT
/// Parts of the parser for dates and times of day.
#pragma once
#include <praxis/date.hpp>
#include <praxis/period.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::dates {

/// The text that the user wrote, shortened and made harmless for a message.
std::string quoted_date(std::string_view written);

/// The folded words of a date without commas; an ISO "2026-11-20T14:30" is split at its T.
std::vector<std::string> tokens_of(std::string_view text);

bool all_digits(std::string_view text);

/// The number, if the text is one to five digits; otherwise nullopt.
std::optional<int> small_number(std::string_view text);

/// The day with that name, or with that abbreviation of at least three letters.
std::optional<std::chrono::weekday> find_weekday(std::string_view word);

/// "monday"
std::string weekday_name(std::chrono::weekday day);

/// errors  UsageError: the year is a typing error
void check_year(std::string_view written, Date date);

/// The week, month or year that the tokens name; nothing when they name a day or no date.
std::optional<Period> find_period(const std::vector<std::string>& tokens, Date today, Sense sense);

/// "week", "month" or "year"
std::string name_of_length(const Period& period);

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
