// SPDX-License-Identifier: MIT
/// Names of a database's own schema, for the few places that work on every table whosesoever it is.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::practice {

/// A table's or a column's name as SQL takes it: names come from the schema, never from a person.
std::string quoted_name(const std::string& name);

/// A text as SQL takes it, where a trigger has no parameters.
std::string quoted_text(const std::string& text);

/// The FTS5 tables, by name.
std::vector<std::string> full_text_indexes(SQLite::Database& db);

} // namespace praxis::practice
