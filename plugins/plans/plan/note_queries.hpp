// SPDX-License-Identifier: MIT
/// Parts of statements on soap_note, for the alias that a statement gives the table.
#pragma once
#include <string>

namespace praxis::plans {

/// The condition that the note is not void.
std::string is_not_void(const std::string& note);

/// The civil day on which the session began.
std::string civil_day(const std::string& note);

} // namespace praxis::plans
