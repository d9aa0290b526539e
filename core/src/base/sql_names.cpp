// SPDX-License-Identifier: MIT
#include "base/sql_names.hpp"

#include <praxis/sql.hpp>

namespace praxis::practice {
namespace {

std::string quoted(const std::string& text, char quote) {
    std::string result(1, quote);
    for (const char letter : text) {
        result.append(letter == quote ? 2 : 1, letter);
    }
    return result + quote;
}

} // namespace

std::string quoted_name(const std::string& name) {
    return quoted(name, '"');
}

std::string quoted_text(const std::string& text) {
    return quoted(text, '\'');
}

std::vector<std::string> full_text_indexes(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT name FROM sqlite_schema"
            " WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY name"
        ),
        [](auto& query) { return column_text(query, 0); }
    );
}

} // namespace praxis::practice
