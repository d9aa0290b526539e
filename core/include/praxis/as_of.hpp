// SPDX-License-Identifier: MIT
/// The practice as it was at the end of an earlier day: --as-of.
#pragma once
#include <praxis/date.hpp>

#include <functional>
#include <optional>
#include <string>

namespace praxis {

class Session;

/// The day of --as-of, which render_document() prints on every page; nothing for the practice of
/// today.
PRAXIS_API std::optional<Date> find_shown_day(Session& session);

/// For the `prepare` of a command that writes: runs `read` in the practice as it was at the end of
/// that day, and returns its result. Afterwards the session shows the practice of today again.
/// errors  UsageError for a day in the future; those of `read`
PRAXIS_API std::string
read_as_of(Session& session, Date day, const std::function<std::string()>& read);

} // namespace praxis
