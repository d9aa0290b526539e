// SPDX-License-Identifier: MIT
#include "rules/facts_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap::suggest {

namespace {

bool is_there(SQLite::Statement query) {
    return query.executeStep();
}

} // namespace

std::vector<RecordedCondition> conditions_on(SQLite::Database& db, ClientId client, Date on) {
    // An end that is a month or a year includes all its days.
    return all_rows(
        statement(
            db,
            "SELECT name, note, status = 'past' AND (until IS NULL OR"
            "  (until < ?2 AND substr(?2, 1, length(until)) <> until)),"
            " lower(hex(uuid)) || ' ' || coalesce(since, ''), since, code, concepts"
            " FROM clients_condition WHERE client = ?1 AND (since IS NULL OR since <= ?2)"
            " ORDER BY status, condition",
            client,
            on
        ),
        [](SQLite::Statement& row) {
            return RecordedCondition{
                column_text(row, 0),
                optional_text(row, 1).value_or(""),
                column_flag(row, 2),
                column_text(row, 3),
                optional_text(row, 4).value_or(""),
                optional_text(row, 5).value_or(""),
                optional_text(row, 6).value_or("")};
        }
    );
}

bool has_conditions(SQLite::Database& db, ClientId client) {
    return is_there(statement(db, "SELECT 1 FROM clients_condition WHERE client = ?", client));
}

std::vector<TakenMedication> taken_medications(SQLite::Database& db, ClientId client, Date on) {
    return all_rows(
        statement(
            db,
            "SELECT name, reason, lower(hex(uuid)) || ' ' || coalesce(dose, '') || ' ' || "
            "coalesce(since, ''), since, concepts"
            " FROM clients_medication"
            " WHERE client = ?1 AND (until IS NULL OR until >= ?2)"
            " AND (since IS NULL OR since <= ?2) ORDER BY medication",
            client,
            on
        ),
        [](SQLite::Statement& row) {
            return TakenMedication{
                column_text(row, 0),
                optional_text(row, 1).value_or(""),
                column_text(row, 2),
                optional_text(row, 3).value_or(""),
                optional_text(row, 4).value_or("")};
        }
    );
}

bool has_medications(SQLite::Database& db, ClientId client) {
    return is_there(statement(db, "SELECT 1 FROM clients_medication WHERE client = ?", client));
}

std::vector<ComplaintId> complaints_open_on(SQLite::Database& db, ClientId client, Date on) {
    return all_rows(
        statement(
            db,
            "SELECT complaint FROM clients_complaint"
            " WHERE client = ?1 AND (onset IS NULL OR onset <= ?2)"
            " AND (closed_on IS NULL OR closed_on >= ?2) ORDER BY complaint",
            client,
            on
        ),
        [](SQLite::Statement& row) { return ComplaintId{column_number(row, 0)}; }
    );
}

bool has_guardian_permission(SQLite::Database& db, ClientId client, Date on) {
    return is_there(statement(
        db,
        "SELECT 1 FROM clients_client WHERE client = ? AND guardian_permission_on <= ?",
        client,
        on
    ));
}

std::vector<RecordedAllergy> allergies(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT substance, concepts FROM clients_allergy WHERE client = ? ORDER BY allergy",
            client
        ),
        [](SQLite::Statement& row) {
            return RecordedAllergy{column_text(row, 0), optional_text(row, 1).value_or("")};
        }
    );
}

std::optional<std::string> other_products(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT other_products FROM clients_client"
            " WHERE client = ? AND other_products IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_text(row, 0); }
    );
}

bool knows_of_none(SQLite::Database& db, ClientId client, std::string_view kind) {
    return is_there(statement(
        db,
        "SELECT 1 FROM clients_none_known WHERE client = ? AND kind = ?",
        client,
        std::string{kind}
    ));
}

} // namespace praxis::soap::suggest
