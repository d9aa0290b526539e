// SPDX-License-Identifier: MIT
/// Copies all readable rows of a damaged practice to a new file, and never writes to the damaged
/// one.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::practice {

struct Salvaged {
    std::int64_t rows = 0;
    std::vector<std::string> lost; // "soap_note: rows 17 to 22 cannot be read"
};

/// Copies every table row by row, skipping damaged parts, then creates indexes, triggers and views.
/// errors  SQLite::Exception if the list of tables cannot be read
Salvaged salvage(SQLite::Database& damaged, SQLite::Database& fresh);

} // namespace praxis::practice
