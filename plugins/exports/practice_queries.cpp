// SPDX-License-Identifier: MIT
#include "practice_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::exports {

bool is_test_practice(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT 1 FROM core_practice WHERE test = 1"),
               [](auto&) { return true; }
    ).value_or(false);
}

} // namespace praxis::exports
