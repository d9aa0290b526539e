// SPDX-License-Identifier: MIT
#include "course/course_queries.hpp"

#include <praxis/sql.hpp>

#include <utility>

namespace praxis::outcomes {

namespace {

const std::string stress_and_relaxation_of_client =
    "SELECT n.note, n.stress_before, n.stress_after,"
    " json_extract(n.body, '$.subjective.relaxation'),"
    " json_extract(n.body, '$.assessment.relaxation_after') FROM soap_note n"
    " WHERE n.client = ? AND n.state = 'signed'";

const std::string review_of_client =
    "SELECT n.review_on FROM soap_note n WHERE n.client = ? AND n.state = 'signed'"
    " AND n.review_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM soap_amendment a"
    "  WHERE a.note = n.note AND a.kind = 'void') ORDER BY n.began_at DESC LIMIT 1";

std::optional<double> optional_double(SQLite::Statement& row, int index) {
    const auto column = row.getColumn(index);
    return column.isNull() ? std::nullopt : std::optional{column.getDouble()};
}

AroundSession around(SQLite::Statement& row, int index) {
    return {optional_double(row, index), optional_double(row, index + 1)};
}

} // namespace

std::map<NoteId, StressAndRelaxation> stress_and_relaxation(SQLite::Database& db, ClientId client) {
    std::map<NoteId, StressAndRelaxation> all;
    auto query = statement(db, stress_and_relaxation_of_client, client);
    while (query.executeStep()) {
        all[{column_number(query, 0)}] = {around(query, 1), around(query, 3)};
    }
    return all;
}

std::optional<Date> review_day(SQLite::Database& db, ClientId client) {
    return first_row(
               statement(db, review_of_client, client),
               [](SQLite::Statement& row) { return optional_date(row, 0); }
    ).value_or(std::nullopt);
}

std::vector<std::string> statements_about_notes() {
    return {stress_and_relaxation_of_client, review_of_client};
}

} // namespace praxis::outcomes
