// SPDX-License-Identifier: MIT
#include "screen/due_queries.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

namespace praxis::safety {

namespace {

const std::string not_void = " AND NOT EXISTS (SELECT 1 FROM soap_amendment AS a"
                             " WHERE a.note = n.note AND a.kind = 'void')";

const std::string day_of_note = "date(n.began_at + 60 * n.began_offset, 'unixepoch')";

const std::string is_active = " AND n.client IN (SELECT client FROM clients_client"
                              " WHERE archived_at IS NULL)";

/// A screen without a single yes or no asked nothing. The answers are canonical JSON, where a text
/// of the client cannot contain a quotation mark without a backslash.
std::string is_answered(const std::string& screen) {
    return " AND (instr(" + screen + ".answers, '\"answer\":\"no\"')" + " OR instr(" + screen +
           ".answers, '\"answer\":\"yes\"'))";
}

/// The day of the last screen that covers the complaint of the note n.
const std::string last_screen =
    "(SELECT max(s.screened_on) FROM safety_screen AS s WHERE s.client = n.client"
    " AND (s.complaint IS NULL OR n.complaint IS NULL OR s.complaint = n.complaint)" +
    is_answered("s") + ")";

/// The words as a query that finds one of them.
std::string any_word(const std::vector<std::string>& words) {
    std::vector<std::string> quoted;
    for (const auto& word : words) {
        quoted.push_back("\"" + join(split(word, '"'), "\"\"") + "\"");
    }
    return join(quoted, " OR ");
}

/// The condition of the scope on a row with its time; binds ?1.
std::string in_scope(const DueScope& scope, const std::string& row, const std::string& time) {
    return scope.client ? row + ".client = ?1" : time + " >= ?1";
}

/// With this on the left of the join, SQLite finds the sessions by client and time.
std::string screened_clients(const DueScope& scope) {
    return scope.client ? "(SELECT ?1 AS client)" : "(SELECT DISTINCT client FROM safety_screen)";
}

/// Whether the pain of a note counts for the row l: the same complaint, signed, not void.
std::string is_counted(const std::string& note) {
    return note + ".client = l.client AND " + note + ".complaint IS l.complaint AND " + note +
           ".state = 'signed' AND " + note +
           ".pain_before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM soap_amendment AS v"
           " WHERE v.note = " +
           note + ".note AND v.kind = 'void')";
}

std::int64_t value_of(const DueScope& scope) {
    return scope.client ? scope.client->number : scope.since.time_since_epoch().count();
}

std::optional<ComplaintId> complaint_at(SQLite::Statement& row, int index) {
    const auto number = optional_number(row, index);
    return number ? std::optional{ComplaintId{*number}} : std::nullopt;
}

std::optional<int> small_number(SQLite::Statement& row, int index) {
    const auto number = optional_number(row, index);
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

UnscreenedClient read_client(SQLite::Statement& row) {
    return {.client = {column_number(row, 0)}, .since = optional_date(row, 1).value()};
}

} // namespace

std::vector<UnscreenedClient> unscreened_clients(SQLite::Database& db, const DueScope& scope) {
    if (scope.client) {
        return all_rows(
            statement(
                db,
                "SELECT c.client, date(c.added_at + 60 * c.added_offset, 'unixepoch')"
                " FROM clients_client AS c WHERE c.client = ?1"
                " AND NOT EXISTS (SELECT 1 FROM safety_screen AS s WHERE s.client = c.client" +
                    is_answered("s") + ")",
                value_of(scope)
            ),
            read_client
        );
    }
    return all_rows(
        statement(
            db,
            "SELECT client, min(coalesce(session, complaint), coalesce(complaint, session)) FROM"
            " (SELECT c.client AS client, (SELECT " +
                day_of_note +
                "  FROM soap_note AS n WHERE n.client = c.client AND n.began_at >= ?1"
                "  AND n.kind = 'treatment'" +
                not_void +
                "  ORDER BY n.began_at LIMIT 1) AS session,"
                " (SELECT date(min(k.added_at + 60 * k.added_offset), 'unixepoch')"
                "  FROM clients_complaint AS k WHERE k.client = c.client AND k.added_at >= ?1"
                "  AND k.closed_on IS NULL) AS complaint"
                " FROM clients_client AS c WHERE c.archived_at IS NULL AND NOT EXISTS"
                "  (SELECT 1 FROM safety_screen AS s WHERE s.client = c.client" +
                is_answered("s") +
                "))"
                " WHERE session IS NOT NULL OR complaint IS NOT NULL",
            value_of(scope)
        ),
        read_client
    );
}

std::vector<UnscreenedComplaint>
unscreened_complaints(SQLite::Database& db, const DueScope& scope) {
    return all_rows(
        statement(
            db,
            "SELECT n.client, n.complaint, date(n.added_at + 60 * n.added_offset, 'unixepoch')"
            " FROM clients_complaint AS n WHERE n.closed_on IS NULL AND " +
                in_scope(scope, "n", "n.added_at") + is_active +
                " AND EXISTS (SELECT 1 FROM safety_screen AS s WHERE s.client = n.client" +
                is_answered("s") +
                ") AND NOT EXISTS (SELECT 1 FROM safety_screen AS s WHERE s.client = n.client"
                "  AND (s.complaint = n.complaint"
                "   OR (s.complaint IS NULL AND s.recorded_at >= n.added_at))" +
                is_answered("s") +
                ")"
                " ORDER BY n.complaint",
            value_of(scope)
        ),
        [](SQLite::Statement& row) {
            return UnscreenedComplaint{
                .client = {column_number(row, 0)},
                .complaint = {column_number(row, 1)},
                .added = optional_date(row, 2).value()};
        }
    );
}

std::vector<LaterSession> sessions_with_pain(SQLite::Database& db, const DueScope& scope) {
    return all_rows(
        statement(
            db,
            "SELECT client, complaint, note, day, pain_before, CASE WHEN place = 1 THEN"
            "  (SELECT min(p.pain_before) FROM soap_note AS p WHERE " +
                is_counted("p") +
                " AND p.began_at < l.began_at AND p.began_at >= coalesce("
                "(SELECT max(q.began_at) FROM soap_note AS q WHERE " +
                is_counted("q") +
                "   AND date(q.began_at + 60 * q.began_offset, 'unixepoch') <= l.last), 0)) END"
                " FROM (SELECT n.client, n.complaint, n.note, n.began_at, n.pain_before, " +
                day_of_note + " AS day, " + last_screen +
                " AS last, row_number() OVER"
                "  (PARTITION BY n.client, n.complaint ORDER BY n.began_at) AS place"
                " FROM " +
                screened_clients(scope) +
                " AS t CROSS JOIN soap_note AS n WHERE n.client = t.client"
                " AND n.state = 'signed' AND n.pain_before IS NOT NULL AND " +
                in_scope(scope, "n", "n.began_at") + is_active + not_void +
                " AND day > last) AS l ORDER BY client, complaint, began_at",
            value_of(scope)
        ),
        [](SQLite::Statement& row) {
            return LaterSession{
                .client = {column_number(row, 0)},
                .complaint = complaint_at(row, 1),
                .note = {column_number(row, 2)},
                .on = optional_date(row, 3).value(),
                .pain = small_number(row, 4),
                .pain_at_first = small_number(row, 5)};
        }
    );
}

std::vector<LaterSession> sessions_with_words(
    SQLite::Database& db, const DueScope& scope, const std::vector<std::string>& words
) {
    if (words.empty()) {
        return {};
    }
    return all_rows(
        statement(
            db,
            "SELECT n.client, n.complaint, n.note, " + day_of_note +
                ", coalesce(json_extract(n.body, '$.subjective.complaint'), '') || '. '"
                " || coalesce(json_extract(n.body, '$.subjective.onset'), '') || '. '"
                " || coalesce(json_extract(n.body, '$.subjective.change_since_last'), '') || '. '"
                " || coalesce(json_extract(n.body, '$.subjective.response_to_last'), '') || '. '"
                " || coalesce(json_extract(n.body, '$.subjective.concerns'), '')"
                " FROM soap_search AS f JOIN soap_note AS n ON n.note = f.rowid"
                " WHERE soap_search MATCH ?2 AND n.state = 'signed' AND " +
                in_scope(scope, "n", "n.began_at") + is_active + not_void + " AND " + day_of_note +
                " > " + last_screen + " ORDER BY n.began_at",
            value_of(scope),
            any_word(words)
        ),
        [](SQLite::Statement& row) {
            return LaterSession{
                .client = {column_number(row, 0)},
                .complaint = complaint_at(row, 1),
                .note = {column_number(row, 2)},
                .on = optional_date(row, 3).value(),
                .pain = {},
                .pain_at_first = {},
                .report = column_text(row, 4)};
        }
    );
}

} // namespace praxis::safety
