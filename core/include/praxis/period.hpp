// SPDX-License-Identifier: MIT
/// Dates of which only the month or the year is known, and spans of days such as "last week".
#pragma once
#include <praxis/date.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis {

class Session;

/// The days that a text means: one day, a week, a month or a year.
/// text  as records store it: "2019", "2019-03", "2019-03-05"; of a week its first day
struct Period {
    Date first;
    Date last;
    std::string text;

    friend bool operator==(const Period&, const Period&) = default;
};

/// Reads all that parse_date() reads, and also: 2019, 2019-03, March 2019, 03/2019, March, and
/// last, this or next with week, month or year. A month without a year is the nearest one in the
/// direction of `sense`. Relative dates count from `today`.
/// errors  as parse_date()
PRAXIS_API Period
parse_period(std::string_view text, Date today, Sense sense, DateOrder order = DateOrder::ask);

/// The same from an option such as "--since", counted from today.
/// errors  as parse_date(), naming the option
PRAXIS_API Period read_period(
    Session& session, std::string_view option, std::string_view text, Sense sense = Sense::past
);

/// The first day that the option of a list allows: "--since March 2019" begins on 2019-03-01.
/// errors  as read_period()
PRAXIS_API std::optional<Date>
read_first_day(Session& session, std::string_view option, const std::optional<std::string>& given);

/// The last day that it allows: "--until March 2019" ends on 2019-03-31.
/// errors  as read_period()
PRAXIS_API std::optional<Date>
read_last_day(Session& session, std::string_view option, const std::optional<std::string>& given);

/// Reads what records store: "2019", "2019-03" or "2019-03-05"; nothing for any other text.
PRAXIS_API std::optional<Period> period_from_iso(std::string_view text);

} // namespace praxis
