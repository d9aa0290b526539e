// SPDX-License-Identifier: MIT
/// Compares a practice with what the installed plugins' migrations make. What the practice says
/// about its plugins, an insider can seal anew; the migrations come from the plugins themselves.
/// source  schemas/formats/journal.md: verification
#pragma once
#include "journal/verify.hpp"
#include "practice/migrate.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::practice {

/// One sentence for each fault: migrations that are missing or differ, and tables, indexes,
/// triggers and views that no migration made, or made otherwise, or that are gone. installed  the
/// core's schema and those of the plugins that can be loaded. Names of other plugins
///            are not compared.
std::vector<std::string>
verify_migrations(SQLite::Database& db, const std::vector<Schema>& installed);

/// Tables whose next row would get the number of an earlier one, one sentence each.
std::vector<std::string> verify_sequences(SQLite::Database& db);

/// Slots of the key file whose keys the practice did not make, one sentence each: a new data key is
/// sealed for each of them.
std::vector<std::string> verify_key_file(SQLite::Database& db, const std::string& path);

/// Everything that can be verified without the plugins' code: the journal, and these.
Verified verify_practice(
    SQLite::Database& db, const std::string& path, const std::vector<Schema>& installed
);

} // namespace praxis::practice
