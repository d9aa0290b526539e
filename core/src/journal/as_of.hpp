// SPDX-License-Identifier: MIT
/// The practice as it was known at a moment, out of the journal (--as-of).
#pragma once
#include <praxis/date.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace praxis::practice {

/// Whether a clock was wrong: something that was done before says a later time than that moment.
bool is_clock_out_of_order(SQLite::Database& db, Instant moment);

/// Puts every record back as it stood right before that moment. Inside a transaction that is rolled
/// back afterwards, as the triggers that guard records go, too. What was erased for good stays so.
/// Gives the rows that were touched, by table and number, each once.
/// errors  Refused when the tables of that time cannot hold what stood in them
std::vector<std::pair<std::string, std::int64_t>> turn_back(SQLite::Database& db, Instant moment);

} // namespace praxis::practice
