// SPDX-License-Identifier: MIT
/// Quoting of schema names, for the few places that work on the tables of all plugins.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::practice {

/// Quotes the name of a table or column. Names come from the schema, never from user input.
std::string quoted_name(const std::string& name);

/// Quotes a text for SQL that cannot have parameters, such as a trigger.
std::string quoted_text(const std::string& text);

/// The FTS5 tables, by name.
std::vector<std::string> full_text_indexes(SQLite::Database& db);

} // namespace praxis::practice
