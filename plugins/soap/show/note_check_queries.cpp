// SPDX-License-Identifier: MIT
#include "show/note_check_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

bool has_guardian_permission(SQLite::Database& db, ClientId client) {
    return first_row(
               statement(
                   db,
                   "SELECT 1 FROM clients_client"
                   " WHERE client = ? AND guardian_permission_on IS NOT NULL",
                   client
               ),
               [](SQLite::Statement&) { return true; }
    ).value_or(false);
}

} // namespace praxis::soap
