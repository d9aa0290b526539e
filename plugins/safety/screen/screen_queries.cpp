// SPDX-License-Identifier: MIT
#include "screen/screen_queries.hpp"

#include <praxis/sql.hpp>

#include <string>

namespace praxis::safety {

namespace {

const std::string select_screens =
    "SELECT s.screen, s.uuid, s.client, s.complaint, s.screened_on, s.answers, s.findings,"
    " s.versions, s.urgency, s.remark, s.recorded_at, s.recorded_offset, s.author, s.author_name"
    " FROM safety_screen AS s ";

Screen read_screen(SQLite::Statement& row) {
    Screen screen;
    screen.id = {column_number(row, 0)};
    screen.uuid = column_uuid(row, 1);
    screen.client = {column_number(row, 2)};
    if (const auto complaint = optional_number(row, 3)) {
        screen.complaint = ComplaintId{*complaint};
    }
    screen.on = optional_date(row, 4).value();
    screen.answers = answers_from(parse_json(column_text(row, 5), "the answers of a screen"));
    screen.findings = findings_from(parse_json(column_text(row, 6), "the findings of a screen"));
    screen.versions = parse_json(column_text(row, 7), "the versions of a screen");
    if (const auto urgency = optional_text(row, 8)) {
        screen.urgency = action_named(*urgency);
    }
    screen.remark = optional_text(row, 9).value_or("");
    screen.recorded = column_zoned(row, 10);
    screen.author = {column_number(row, 12)};
    screen.author_name = column_text(row, 13);
    return screen;
}

std::optional<std::string> stored_urgency(const Screen& screen) {
    return screen.urgency ? std::optional{std::string{action_id(*screen.urgency)}} : std::nullopt;
}

} // namespace

ScreenId insert_screen(SQLite::Database& db, const Screen& screen) {
    execute(
        db,
        "INSERT INTO safety_screen (uuid, client, complaint, screened_on, answers, findings,"
        " versions, urgency, remark, recorded_at, recorded_offset, author, author_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{screen.uuid},
        screen.client,
        screen.complaint,
        screen.on,
        to_canonical_json(answers_value(screen)),
        to_canonical_json(findings_value(screen)),
        to_canonical_json(screen.versions),
        stored_urgency(screen),
        null_if_empty(screen.remark),
        screen.recorded.instant,
        screen.recorded.offset,
        screen.author,
        screen.author_name
    );
    return {db.getLastInsertRowid()};
}

std::optional<Screen> find_screen(SQLite::Database& db, ScreenId id) {
    return first_row(statement(db, select_screens + "WHERE s.screen = ?", id), read_screen);
}

std::optional<Screen> newest_screen(SQLite::Database& db, ClientId client, Date on) {
    return first_row(
        statement(
            db,
            select_screens + "WHERE s.client = ? AND s.screened_on <= ?"
                             " ORDER BY s.screened_on DESC, s.screen DESC LIMIT 1",
            client,
            on
        ),
        read_screen
    );
}

std::optional<Screen>
newest_screen_of(SQLite::Database& db, ClientId client, ComplaintId complaint) {
    return first_row(
        statement(
            db,
            select_screens + "JOIN clients_complaint AS c ON c.complaint = ?2 WHERE s.client = ?1"
                             " AND (s.complaint = ?2"
                             "  OR (s.complaint IS NULL AND s.recorded_at >= c.added_at))"
                             " ORDER BY s.screened_on DESC, s.screen DESC LIMIT 1",
            client,
            complaint
        ),
        read_screen
    );
}

void for_each_screen(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const Screen&)>& take
) {
    auto query = statement(
        db,
        select_screens + (client ? "WHERE s.client = ?1" : "WHERE ?1 IS NULL") +
            " ORDER BY s.screen",
        client
    );
    while (query.executeStep()) {
        take(read_screen(query));
    }
}

std::vector<Screen> screens_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            select_screens + "WHERE s.client = ? ORDER BY s.screened_on DESC, s.screen DESC",
            client
        ),
        read_screen
    );
}

std::vector<ClientId> urgently_screened(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT DISTINCT s.client FROM safety_screen AS s"
            " JOIN clients_client AS c ON c.client = s.client AND c.archived_at IS NULL"
            " WHERE s.urgency IN ('emergency', 'same-day') ORDER BY s.client"
        ),
        [](SQLite::Statement& row) { return ClientId{column_number(row, 0)}; }
    );
}

bool has_urgent_screen(SQLite::Database& db, ClientId client, Date on) {
    auto query = statement(
        db,
        "SELECT 1 FROM safety_screen WHERE client = ? AND screened_on <= ?"
        " AND urgency IN ('emergency', 'same-day')",
        client,
        on
    );
    return query.executeStep();
}

std::optional<Instant> last_screened(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT max(recorded_at) AS latest FROM safety_screen WHERE client = ?"
            " HAVING latest IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_instant(row, 0); }
    );
}

void delete_screens(SQLite::Database& db, ClientId client) {
    execute(db, "DELETE FROM safety_screen WHERE client = ?", client);
}

} // namespace praxis::safety
