// SPDX-License-Identifier: MIT
#include "plan/session_queries.hpp"

#include "plan/note_queries.hpp"

#include <praxis/sql.hpp>
#include <praxis/value.hpp>

namespace praxis::plans {
namespace {

const std::string columns = "n.note, n.began_at, n.began_offset, n.state, n.pain_before,"
                            " n.pain_after, n.stress_before, n.techniques, n.next_visit,"
                            " n.review_on";

/// Joins the notes "n" of a "plans_plan p".
const std::string notes_of_plan =
    " JOIN soap_note n ON n.client = p.client AND n.began_at >= p.began_at"
    " AND (n.complaint = p.complaint OR (n.complaint IS NULL AND n.kind = 'treatment'"
    "  AND NOT EXISTS (SELECT 1 FROM clients_complaint c WHERE c.client = p.client"
    "   AND c.complaint <> p.complaint AND c.closed_on IS NULL))) AND " +
    is_not_void("n");

std::optional<int> optional_int(SQLite::Statement& row, int index) {
    const auto number = optional_number(row, index);
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

PlanSession read_session(SQLite::Statement& row, int first) {
    return {
        .note = {column_number(row, first)},
        .began = column_zoned(row, first + 1),
        .is_signed = column_text(row, first + 3) == "signed",
        .pain_before = optional_int(row, first + 4),
        .pain_after = optional_int(row, first + 5),
        .stress_before = optional_int(row, first + 6),
        .techniques = parse_json(column_text(row, first + 7), "soap_note").texts(),
        .next_visit = optional_date(row, first + 8),
        .review_on = optional_date(row, first + 9)};
}

} // namespace

std::vector<PlanSession> sessions_of(SQLite::Database& db, const Plan& plan) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns + " FROM plans_plan p" + notes_of_plan +
                " WHERE p.plan = ? ORDER BY n.began_at, n.note",
            plan.id
        ),
        [](SQLite::Statement& row) { return read_session(row, 0); }
    );
}

std::map<std::int64_t, std::vector<PlanSession>> sessions_of_open_plans(SQLite::Database& db) {
    std::map<std::int64_t, std::vector<PlanSession>> sessions;
    auto query = statement(
        db,
        "SELECT p.plan, " + columns + " FROM plans_plan p" + notes_of_plan +
            " WHERE p.state <> 'closed' ORDER BY p.plan, n.began_at, n.note"
    );
    while (query.executeStep()) {
        sessions[column_number(query, 0)].push_back(read_session(query, 1));
    }
    return sessions;
}

std::vector<NamedDay> named_days(SQLite::Database& db, Instant since) {
    // The index soap_note_by_client finds the last session without reading a note.
    return all_rows(
        statement(
            db,
            "SELECT l.client, n.note, n.began_at, n.began_offset, n.next_visit, n.review_on"
            " FROM (SELECT c.client, (SELECT s.began_at FROM soap_note s WHERE s.client = c.client"
            "   AND s.began_at >= ?1 AND " +
                is_not_void("s") +
                " ORDER BY s.began_at DESC LIMIT 1)"
                "  AS last FROM clients_client c WHERE c.archived_at IS NULL) AS l"
                " JOIN soap_note n ON n.client = l.client AND n.began_at = l.last"
                " WHERE (n.next_visit IS NOT NULL OR n.review_on IS NOT NULL)"
                " AND " +
                is_not_void("n") + " ORDER BY l.client",
            since
        ),
        [](SQLite::Statement& row) {
            return NamedDay{
                .client = {column_number(row, 0)},
                .note = {column_number(row, 1)},
                .session = column_zoned(row, 2).civil().date,
                .next_visit = optional_date(row, 4),
                .review_on = optional_date(row, 5)};
        }
    );
}

} // namespace praxis::plans
