// SPDX-License-Identifier: MIT
/// Takes everything that a plugin keeps out of the practice: rows, tables, what it had applied.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace praxis::practice {

/// The plugin's tables and how many rows each has, by name; its full-text indexes have none of
/// their own.
std::vector<std::pair<std::string, std::int64_t>>
tables_of(SQLite::Database& db, const std::string& plugin);

/// Whether the practice knows the plugin.
bool knows_plugin(SQLite::Database& db, const std::string& plugin);

/// Inside a transaction. The rows are deleted one by one, so that the journal has them; then the
/// tables go, those that refer to others first.
/// errors  Refused: a table of another plugin refers to one of these, even when it is empty: every
///         later row of it would fail; a view of another plugin could not be read any more
void purge(SQLite::Database& db, const std::string& plugin);

} // namespace praxis::practice
