// SPDX-License-Identifier: MIT
#include "homecare/client_facts_queries.hpp"

#include "plan/note_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::plans::home {

std::vector<HealthRow> health_rows(SQLite::Database& db, ClientId client, Date on) {
    return all_rows(
        statement(
            db,
            "SELECT 'condition', name, code, since, concepts, status = 'past', 1"
            "  FROM clients_condition"
            " WHERE client = ?1 AND (since IS NULL OR since <= ?2)"
            " UNION ALL SELECT 'remark', note, NULL, since, NULL, status = 'past', 0"
            "  FROM clients_condition WHERE client = ?1 AND note IS NOT NULL"
            "  AND (since IS NULL OR since <= ?2)"
            " UNION ALL SELECT 'medication', name, NULL, since, concepts, 0, 0"
            "  FROM clients_medication"
            "  WHERE client = ?1 AND (until IS NULL OR until >= ?2)"
            "  AND (since IS NULL OR since <= ?2)"
            " UNION ALL SELECT 'condition', reason, NULL, since, NULL, 0, 0"
            "  FROM clients_medication"
            "  WHERE client = ?1 AND reason IS NOT NULL AND (until IS NULL OR until >= ?2)"
            "  AND (since IS NULL OR since <= ?2)"
            " UNION ALL SELECT 'allergy', substance, NULL, NULL, concepts, 0, 0"
            "  FROM clients_allergy"
            "  WHERE client = ?1"
            " UNION ALL SELECT 'product', other_products, NULL, NULL, NULL, 0, 0"
            "  FROM clients_client"
            "  WHERE client = ?1 AND other_products IS NOT NULL"
            " ORDER BY 1, 2",
            client,
            on
        ),
        [](SQLite::Statement& row) {
            return HealthRow{
                column_text(row, 0),
                column_text(row, 1),
                optional_text(row, 2).value_or(""),
                optional_text(row, 3).value_or(""),
                optional_text(row, 4).value_or(""),
                column_flag(row, 5),
                column_flag(row, 6)};
        }
    );
}

std::vector<NoteHealth> health_of_last_notes(SQLite::Database& db, ClientId client, Date until) {
    return all_rows(
        statement(
            db,
            "WITH counted AS (SELECT n.began_at, n.state, n.body, " + civil_day("n") +
                " AS day FROM soap_note AS n WHERE n.client = ?1 AND " + is_not_void("n") +
                ")"
                " SELECT day, coalesce(json_extract(body, '$.subjective.medication_today'), ''),"
                "  coalesce(json_extract(body, '$.subjective.concerns'), '') FROM counted"
                " WHERE day <= ?2 AND began_at >= (SELECT min(coalesce(max(began_at)"
                "   FILTER (WHERE json_extract(body, '$.subjective.medication_today') <> ''), 0),"
                "   coalesce(max(began_at)"
                "   FILTER (WHERE json_extract(body, '$.subjective.concerns') <> ''), 0))"
                "  FROM counted WHERE state = 'signed' AND day <= ?2) ORDER BY began_at",
            client,
            until
        ),
        [](SQLite::Statement& row) {
            return NoteHealth{
                optional_date(row, 0).value(), column_text(row, 1), column_text(row, 2)};
        }
    );
}

bool was_asked(SQLite::Database& db, ClientId client, std::string_view list) {
    return first_row(
               statement(
                   db,
                   "SELECT EXISTS (SELECT 1 FROM clients_none_known WHERE client = ?1 AND kind = "
                   "?2)"
                   " OR CASE ?2"
                   " WHEN 'condition' THEN EXISTS"
                   "  (SELECT 1 FROM clients_condition WHERE client = ?1)"
                   " WHEN 'medication' THEN EXISTS"
                   "  (SELECT 1 FROM clients_medication WHERE client = ?1)"
                   " ELSE EXISTS (SELECT 1 FROM clients_allergy WHERE client = ?1) END",
                   client,
                   std::string{list}
               ),
               [](SQLite::Statement& row) { return column_flag(row, 0); }
    ).value_or(false);
}

} // namespace praxis::plans::home
