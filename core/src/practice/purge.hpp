// SPDX-License-Identifier: MIT
/// Removes a plugin's data from the practice: rows, tables and the record of its migrations.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace praxis::practice {

/// The plugin's tables with their number of rows, by name. Full-text indexes count 0 rows.
std::vector<std::pair<std::string, std::int64_t>>
tables_of(SQLite::Database& db, const std::string& plugin);

/// Whether the practice knows the plugin.
bool knows_plugin(SQLite::Database& db, const std::string& plugin);

/// Call it inside a transaction. It deletes the rows, so that the journal records them, and then
/// drops the tables, referring tables first.
/// errors  Refused: a table of another plugin refers to one of these tables (even an empty one:
///         every later insert would fail), or a view of another plugin would break
void purge(SQLite::Database& db, const std::string& plugin);

} // namespace praxis::practice
