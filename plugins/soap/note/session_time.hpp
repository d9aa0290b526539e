// SPDX-License-Identifier: MIT
/// When a session began, as a person writes it.
#pragma once
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis::soap {

/// "2026-11-20 14:30", "yesterday 17:15", "now". A day alone is refused: the hour of writing is not
/// that of the session.
/// errors  UsageError
CivilTime read_session_time(std::string_view text, const CivilTime& now, DateOrder order);

/// The same of an option --date, which may not be there.
std::optional<CivilTime>
session_time_given(Session& session, const std::optional<std::string>& option);

} // namespace praxis::soap
