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

/// The number of the last change before that moment. If a wrong clock put sets out of order, the
/// order of the sets decides, not their times.
std::int64_t last_change_before(SQLite::Database& db, Instant moment);

/// Restores every record to its content right after that change. Call it inside a transaction,
/// with PRAGMA foreign_keys off, and roll the transaction back: it also drops the triggers that
/// protect records. A row whose history was erased since is left out. Returns each changed row
/// once, by table and number.
///
/// errors  Refused when today's tables cannot store the rows of that time
std::vector<std::pair<std::string, std::int64_t>>
turn_back(SQLite::Database& db, std::int64_t last_change);

} // namespace praxis::practice
