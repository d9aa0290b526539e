// SPDX-License-Identifier: MIT
/// Options that fill a field: an option that was not given leaves it, an empty text clears it.
#pragma once
#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis::plans {

/// An option: not given, given as an empty text, or given.
using OptionText = std::optional<std::string>;

/// Trimmed; nothing for an empty text.
std::optional<std::string> text_or_nothing(std::string_view text);

void set_text(std::optional<std::string>& field, const OptionText& given);

/// A day that may lie ahead: "in 4 weeks".
/// errors  UsageError naming the option
void set_day(
    Session& session, std::optional<Date>& field, const OptionText& given, const std::string& option
);

/// A number, such as "2.5".
/// errors  UsageError naming the option
void set_number(std::optional<double>& field, const OptionText& given, const std::string& option);

/// errors  Refused when the day is before today
void check_is_ahead(Session& session, const std::optional<Date>& day, const std::string& option);

} // namespace praxis::plans
