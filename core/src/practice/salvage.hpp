// SPDX-License-Identifier: MIT
/// Saves from a damaged practice what can still be read, into a new file. The damaged one is only
/// read.
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

/// Copies every table row by row around what is damaged, then makes indexes, triggers and views.
/// errors  SQLite::Exception when not even the list of tables can be read
Salvaged salvage(SQLite::Database& damaged, SQLite::Database& fresh);

} // namespace praxis::practice
