// SPDX-License-Identifier: MIT
#include "override_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::safety {

namespace {

Override read_override(SQLite::Statement& row) {
    return {
        .number = column_number(row, 0),
        .uuid = column_text(row, 1),
        .client = {column_number(row, 2)},
        .rule = column_text(row, 3),
        .rule_version = static_cast<int>(column_number(row, 4)),
        .technique = column_text(row, 5),
        .found = optional_text(row, 6).value_or(""),
        .reason = column_text(row, 7),
        .first_day = optional_date(row, 8).value(),
        .last_day = optional_date(row, 9).value(),
        .made = column_zoned(row, 10),
        .author = {column_number(row, 12)},
        .author_name = column_text(row, 13),
        .withdrawn = optional_number(row, 14) ? std::optional{column_zoned(row, 14)} : std::nullopt,
        .withdrawal_reason = optional_text(row, 16).value_or("")};
}

Finding read_finding(SQLite::Statement& row) {
    return {
        .number = column_number(row, 0),
        .uuid = column_text(row, 1),
        .note = {column_number(row, 2)},
        .rule = column_text(row, 3),
        .rule_version = static_cast<int>(column_number(row, 4)),
        .technique = column_text(row, 5),
        .weight = column_text(row, 6),
        .found = optional_text(row, 7).value_or(""),
        .why = column_text(row, 8),
        .override_number = optional_number(row, 9)};
}

} // namespace

std::int64_t insert_override(SQLite::Database& db, const Override& made) {
    execute(
        db,
        "INSERT INTO safety_override (uuid, client, rule, rule_version, technique, found, reason,"
        " first_day, last_day, made_at, made_offset, author, author_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        made.uuid,
        made.client,
        made.rule,
        made.rule_version,
        made.technique,
        null_if_empty(made.found),
        made.reason,
        made.first_day,
        made.last_day,
        made.made.instant,
        made.made.offset,
        made.author,
        made.author_name
    );
    return db.getLastInsertRowid();
}

void withdraw_override(
    SQLite::Database& db, std::int64_t number, const ZonedTime& at, const std::string& reason
) {
    execute(
        db,
        "UPDATE safety_override SET withdrawn_at = ?, withdrawn_offset = ?, withdrawal_reason = ?"
        " WHERE override = ?",
        at.instant,
        at.offset,
        reason,
        number
    );
}

std::vector<Override> overrides_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT override, uuid, client, rule, rule_version, technique, found, reason,"
            " first_day, last_day, made_at, made_offset, author, author_name, withdrawn_at,"
            " withdrawn_offset, withdrawal_reason"
            " FROM safety_override WHERE client = ? ORDER BY override",
            client
        ),
        read_override
    );
}

void insert_finding(SQLite::Database& db, const Finding& finding) {
    execute(
        db,
        "INSERT INTO safety_finding (uuid, note, rule, rule_version, technique, weight, found, why,"
        " override) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        finding.uuid,
        finding.note,
        finding.rule,
        finding.rule_version,
        finding.technique,
        finding.weight,
        null_if_empty(finding.found),
        finding.why,
        finding.override_number
    );
}

std::vector<Finding> findings_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT finding, uuid, note, rule, rule_version, technique, weight, found, why,"
            " override FROM safety_finding WHERE note IN"
            " (SELECT note FROM soap_note WHERE client = ?) ORDER BY finding",
            client
        ),
        read_finding
    );
}

std::vector<Work> work_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT DISTINCT technique, coalesce(region, '') FROM soap_entry"
            " WHERE note = ?1 AND section = 'block' AND technique IS NOT NULL UNION "
            "SELECT value, '' FROM soap_note, json_each(techniques) WHERE note = ?1"
            " AND value NOT IN (SELECT technique FROM soap_entry"
            "  WHERE note = ?1 AND section = 'block' AND technique IS NOT NULL) ORDER BY 1, 2",
            note
        ),
        [](SQLite::Statement& row) {
            return Work{column_text(row, 0), column_text(row, 1)};
        }
    );
}

Date session_day(SQLite::Database& db, NoteId note) {
    return first_row(
               statement(db, "SELECT began_at, began_offset FROM soap_note WHERE note = ?", note),
               [](SQLite::Statement& row) { return column_zoned(row, 0).civil().date; }
    ).value();
}

std::optional<Instant> last_entry(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT max(max(made_at, coalesce(withdrawn_at, 0))) AS latest FROM safety_override"
            " WHERE client = ? HAVING latest IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_instant(row, 0); }
    );
}

void delete_of_client(SQLite::Database& db, ClientId client) {
    execute(
        db,
        "DELETE FROM safety_finding WHERE note IN (SELECT note FROM soap_note WHERE client = ?)",
        client
    );
    execute(db, "DELETE FROM safety_override WHERE client = ?", client);
}

} // namespace praxis::safety
