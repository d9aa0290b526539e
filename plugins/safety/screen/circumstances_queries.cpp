// SPDX-License-Identifier: MIT
#include "screen/circumstances_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::safety {

std::vector<HealthRow> health_rows(SQLite::Database& db, ClientId client, Date on) {
    return all_rows(
        statement(
            db,
            "SELECT 0, name, coalesce(since, ''), coalesce(code, ''), coalesce(concepts, ''),"
            " status = 'past'"
            " FROM clients_condition WHERE client = ?1 AND (since IS NULL OR since <= ?2)"
            " UNION ALL "
            "SELECT 1, name, coalesce(since, ''), '', coalesce(concepts, ''), 0"
            " FROM clients_medication WHERE client = ?1 AND (until IS NULL OR until >= ?2)"
            " AND (since IS NULL OR since <= ?2)",
            client,
            on
        ),
        [](SQLite::Statement& row) {
            return HealthRow{
                .row =
                    {.text = column_text(row, 1),
                     .field = column_flag(row, 0) ? clients::TextField::medication
                                                  : clients::TextField::condition,
                     .since = column_text(row, 2),
                     .code = column_text(row, 3)},
                .concepts = column_text(row, 4),
                .past = column_flag(row, 5)};
        }
    );
}

bool has_diagnosis_since(SQLite::Database& db, ClientId client, Date day) {
    // A condition without a date of its own counts from the day on which it was recorded.
    auto query = statement(
        db,
        "SELECT 1 FROM clients_condition WHERE client = ?1 AND diagnosed_by IS NOT NULL"
        " AND CASE WHEN since IS NULL THEN date(added_at + 60 * added_offset, 'unixepoch') >= ?2"
        " ELSE since >= substr(?2, 1, length(since)) END",
        client,
        day
    );
    return query.executeStep();
}

} // namespace praxis::safety
