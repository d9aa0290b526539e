// SPDX-License-Identifier: MIT
#include "recall/recall_queries.hpp"

#include "plan/note_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::plans {

std::map<ClientId, std::vector<Date>> session_days(SQLite::Database& db, Instant since) {
    std::map<ClientId, std::vector<Date>> days;
    auto query = statement(
        db,
        "SELECT n.client, n.began_at, n.began_offset FROM clients_client c"
        " JOIN soap_note n ON n.client = c.client AND n.began_at >= ?1"
        " WHERE c.archived_at IS NULL AND " +
            is_not_void("n") + " ORDER BY n.client, n.began_at",
        since
    );
    while (query.executeStep()) {
        const ClientId client{column_number(query, 0)};
        days[client].push_back(column_zoned(query, 1).civil().date);
    }
    return days;
}

std::map<ClientId, Date> discharges(SQLite::Database& db) {
    std::map<ClientId, Date> closed;
    auto query = statement(
        db,
        "SELECT client, max(closed_at), closed_offset FROM plans_plan"
        " GROUP BY client HAVING count(*) = count(closed_at)"
    );
    while (query.executeStep()) {
        closed[ClientId{column_number(query, 0)}] = column_zoned(query, 1).civil().date;
    }
    return closed;
}

ContactDetails contact_details(SQLite::Database& db, ClientId client) {
    return first_row(
               statement(
                   db,
                   "SELECT phone, email, replace(address, char(10), ', '), contact_by"
                   " FROM clients_client WHERE client = ?",
                   client
               ),
               [](SQLite::Statement& row) {
                   return ContactDetails{
                       optional_text(row, 0).value_or(""),
                       optional_text(row, 1).value_or(""),
                       optional_text(row, 2).value_or(""),
                       optional_text(row, 3).value_or("")};
               }
    ).value_or(ContactDetails{});
}

} // namespace praxis::plans
