// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "plan/note_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::plans::home {

std::vector<Answer> answers_of_notes(SQLite::Database& db, ClientId client, Date since) {
    return all_rows(
        statement(
            db,
            "SELECT " + civil_day("n") +
                " AS day,"
                " json_extract(body, '$.subjective.homecare_done') AS done FROM soap_note AS n"
                " WHERE client = ?1 AND state = 'signed' AND done IN ('yes', 'partly', 'no')"
                " AND day >= ?2 AND " +
                is_not_void("n") + " ORDER BY began_at",
            client,
            since
        ),
        [](SQLite::Statement& row) {
            return Answer{optional_date(row, 0).value(), column_text(row, 1)};
        }
    );
}

std::string answer_of_note(SQLite::Database& db, NoteId note) {
    return first_row(
               statement(
                   db,
                   "SELECT coalesce(json_extract(body, '$.subjective.homecare_done'), '')"
                   " FROM soap_note WHERE note = ?",
                   note
               ),
               [](SQLite::Statement& row) { return column_text(row, 0); }
    ).value_or("");
}

} // namespace praxis::plans::home
