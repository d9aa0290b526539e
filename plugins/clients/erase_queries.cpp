// SPDX-License-Identifier: MIT
#include "erase_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::clients {

Instant last_entry(SQLite::Database& db, ClientId client) {
    return first_row(
               statement(
                   db,
                   "SELECT max(at) FROM (SELECT max(added_at, changed_at) AS at"
                   " FROM clients_client WHERE client = ?1"
                   " UNION ALL SELECT added_at FROM clients_complaint WHERE client = ?1"
                   " UNION ALL SELECT added_at FROM clients_condition WHERE client = ?1"
                   " UNION ALL SELECT added_at FROM clients_medication WHERE client = ?1"
                   " UNION ALL SELECT added_at FROM clients_allergy WHERE client = ?1"
                   " UNION ALL SELECT asked_at FROM clients_none_known WHERE client = ?1"
                   " UNION ALL SELECT recorded_at FROM clients_consent WHERE client = ?1)",
                   client
               ),
               [](auto& query) { return column_instant(query, 0); }
    ).value_or(Instant{});
}

void delete_client(SQLite::Database& db, ClientId client) {
    execute(
        db,
        "DELETE FROM clients_complaint_cause"
        " WHERE complaint IN (SELECT complaint FROM clients_complaint WHERE client = ?)",
        client
    );
    execute(db, "DELETE FROM clients_complaint WHERE client = ?", client);
    execute(db, "DELETE FROM clients_condition WHERE client = ?", client);
    execute(db, "DELETE FROM clients_medication WHERE client = ?", client);
    execute(db, "DELETE FROM clients_allergy WHERE client = ?", client);
    execute(db, "DELETE FROM clients_none_known WHERE client = ?", client);
    execute(db, "DELETE FROM clients_consent WHERE client = ?", client);
    execute(db, "DELETE FROM clients_client WHERE client = ?", client);
}

} // namespace praxis::clients
