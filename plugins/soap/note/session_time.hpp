// SPDX-License-Identifier: MIT
/// When a session began, as a person writes it.
#pragma once
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis::soap {

/// Reads "2026-11-20 14:30", "yesterday 17:15" or "now". A day without a time is refused, because
/// the current hour would be wrong.
/// errors  UsageError
CivilTime read_session_time(std::string_view text, const CivilTime& now, DateOrder order);

/// Reads the option --date, if it was given.
/// errors  UsageError; Refused when the time is in the future, or a change of clocks skips it
std::optional<CivilTime>
read_date_option(Session& session, const std::optional<std::string>& option);

} // namespace praxis::soap
