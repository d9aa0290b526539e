// SPDX-License-Identifier: MIT
#include "usual_work_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::safety {

std::vector<std::string> usual_techniques(SQLite::Database& db, ClientId client, int sessions) {
    return all_rows(
        statement(
            db,
            "SELECT DISTINCT t.value FROM (SELECT n.techniques FROM soap_note AS n"
            " WHERE n.client = ?1 AND n.state = 'signed' AND NOT EXISTS"
            "  (SELECT 1 FROM soap_amendment AS a WHERE a.note = n.note AND a.kind = 'void')"
            " ORDER BY n.began_at DESC LIMIT ?2) AS l, json_each(l.techniques) AS t ORDER BY 1",
            client,
            sessions
        ),
        [](SQLite::Statement& row) { return column_text(row, 0); }
    );
}

} // namespace praxis::safety
