// SPDX-License-Identifier: MIT
/// Reads the columns of soap_note that repeat values of its body.
#pragma once
#include "note/note.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::soap {

/// Their names in a query on "soap_note n", in the order of read_columns().
extern const std::string column_names;

/// first  place of the first one in the query
NoteColumns read_columns(SQLite::Statement& query, int first);

std::optional<int> optional_int(SQLite::Statement& query, int index);

/// The ids of a column with a JSON list.
std::vector<std::string> column_texts(SQLite::Statement& query, int index);

} // namespace praxis::soap
