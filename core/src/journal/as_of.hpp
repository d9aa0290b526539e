// SPDX-License-Identifier: MIT
/// Restores the practice as it was at a past moment, from the journal (--as-of).
#pragma once
#include <praxis/date.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace praxis::practice {

/// Whether a clock was wrong: an earlier change set has a later time than `moment`.
bool is_clock_out_of_order(SQLite::Database& db, Instant moment);

/// The first change set after that moment; one after the last when there is none.
std::int64_t first_change_set_since(SQLite::Database& db, Instant moment);

/// Restores every record to its content right before that moment. Call it inside a transaction and
/// roll that back, because it also drops the triggers that protect records. Erased content stays
/// erased. Returns each changed row once, by table and number.
/// errors  Refused when today's tables cannot store the rows of that time
std::vector<std::pair<std::string, std::int64_t>> turn_back(SQLite::Database& db, Instant moment);

} // namespace praxis::practice
