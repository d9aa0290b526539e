// SPDX-License-Identifier: MIT
#include "health_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::clients {
namespace {

const std::string condition_columns = "condition, uuid, client, name, code, diagnosed_by, since, "
                                      "status, until, note, added_at, added_offset";
const std::string medication_columns = "medication, uuid, client, name, dose, reason, kind, "
                                       "since, until, added_at, added_offset";
const std::string allergy_columns = "allergy, uuid, client, substance, kind, reaction, severity, "
                                    "added_at, added_offset";

ConditionRow read_condition(SQLite::Statement& query) {
    return {
        .number = column_number(query, 0),
        .uuid = column_text(query, 1),
        .client = {column_number(query, 2)},
        .name = column_text(query, 3),
        .code = optional_text(query, 4),
        .diagnosed_by = optional_text(query, 5),
        .since = optional_text(query, 6),
        .status = column_text(query, 7),
        .until = optional_text(query, 8),
        .note = optional_text(query, 9),
        .added = column_zoned(query, 10),
    };
}

MedicationRow read_medication(SQLite::Statement& query) {
    return {
        .number = column_number(query, 0),
        .uuid = column_text(query, 1),
        .client = {column_number(query, 2)},
        .name = column_text(query, 3),
        .dose = optional_text(query, 4),
        .reason = optional_text(query, 5),
        .kind = optional_text(query, 6),
        .since = optional_text(query, 7),
        .until = optional_date(query, 8),
        .added = column_zoned(query, 9),
    };
}

AllergyRow read_allergy(SQLite::Statement& query) {
    return {
        .number = column_number(query, 0),
        .uuid = column_text(query, 1),
        .client = {column_number(query, 2)},
        .substance = column_text(query, 3),
        .kind = optional_text(query, 4),
        .reaction = optional_text(query, 5),
        .severity = optional_text(query, 6),
        .added = column_zoned(query, 7),
    };
}

} // namespace

bool is_taken(const MedicationRow& medication, Date on) {
    return !medication.until || *medication.until >= on;
}

std::int64_t insert_condition(SQLite::Database& db, const ConditionRow& condition) {
    execute(
        db,
        "INSERT INTO clients_condition (uuid, client, name, code, diagnosed_by, since, status, "
        "until, note, added_at, added_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        condition.uuid,
        condition.client,
        condition.name,
        condition.code,
        condition.diagnosed_by,
        condition.since,
        condition.status,
        condition.until,
        condition.note,
        condition.added.instant,
        condition.added.offset
    );
    return db.getLastInsertRowid();
}

void update_condition(SQLite::Database& db, const ConditionRow& condition) {
    execute(
        db,
        "UPDATE clients_condition SET name = ?, code = ?, diagnosed_by = ?, since = ?, "
        "status = ?, until = ?, note = ? WHERE condition = ?",
        condition.name,
        condition.code,
        condition.diagnosed_by,
        condition.since,
        condition.status,
        condition.until,
        condition.note,
        condition.number
    );
}

void remove_condition(SQLite::Database& db, std::int64_t number) {
    execute(db, "DELETE FROM clients_condition WHERE condition = ?", number);
}

std::optional<ConditionRow> find_condition(SQLite::Database& db, std::int64_t number) {
    return first_row(
        statement(
            db,
            "SELECT " + condition_columns + " FROM clients_condition WHERE condition = ?",
            number
        ),
        read_condition
    );
}

std::vector<ConditionRow> conditions_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT " + condition_columns +
                " FROM clients_condition WHERE client = ? ORDER BY status, condition",
            client
        ),
        read_condition
    );
}

std::int64_t insert_medication(SQLite::Database& db, const MedicationRow& medication) {
    execute(
        db,
        "INSERT INTO clients_medication (uuid, client, name, dose, reason, kind, since, until, "
        "added_at, added_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        medication.uuid,
        medication.client,
        medication.name,
        medication.dose,
        medication.reason,
        medication.kind,
        medication.since,
        medication.until,
        medication.added.instant,
        medication.added.offset
    );
    return db.getLastInsertRowid();
}

void update_medication(SQLite::Database& db, const MedicationRow& medication) {
    execute(
        db,
        "UPDATE clients_medication SET name = ?, dose = ?, reason = ?, kind = ?, since = ?, "
        "until = ? WHERE medication = ?",
        medication.name,
        medication.dose,
        medication.reason,
        medication.kind,
        medication.since,
        medication.until,
        medication.number
    );
}

void remove_medication(SQLite::Database& db, std::int64_t number) {
    execute(db, "DELETE FROM clients_medication WHERE medication = ?", number);
}

std::optional<MedicationRow> find_medication(SQLite::Database& db, std::int64_t number) {
    return first_row(
        statement(
            db,
            "SELECT " + medication_columns + " FROM clients_medication WHERE medication = ?",
            number
        ),
        read_medication
    );
}

std::vector<MedicationRow> medications_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT " + medication_columns +
                " FROM clients_medication WHERE client = ? ORDER BY medication",
            client
        ),
        read_medication
    );
}

std::int64_t insert_allergy(SQLite::Database& db, const AllergyRow& allergy) {
    execute(
        db,
        "INSERT INTO clients_allergy (uuid, client, substance, kind, reaction, severity, "
        "added_at, added_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        allergy.uuid,
        allergy.client,
        allergy.substance,
        allergy.kind,
        allergy.reaction,
        allergy.severity,
        allergy.added.instant,
        allergy.added.offset
    );
    return db.getLastInsertRowid();
}

void update_allergy(SQLite::Database& db, const AllergyRow& allergy) {
    execute(
        db,
        "UPDATE clients_allergy SET substance = ?, kind = ?, reaction = ?, severity = ? "
        "WHERE allergy = ?",
        allergy.substance,
        allergy.kind,
        allergy.reaction,
        allergy.severity,
        allergy.number
    );
}

void remove_allergy(SQLite::Database& db, std::int64_t number) {
    execute(db, "DELETE FROM clients_allergy WHERE allergy = ?", number);
}

std::optional<AllergyRow> find_allergy(SQLite::Database& db, std::int64_t number) {
    return first_row(
        statement(
            db, "SELECT " + allergy_columns + " FROM clients_allergy WHERE allergy = ?", number
        ),
        read_allergy
    );
}

std::vector<AllergyRow> allergies_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT " + allergy_columns + " FROM clients_allergy WHERE client = ? ORDER BY allergy",
            client
        ),
        read_allergy
    );
}

std::optional<NoneKnown>
find_none_known(SQLite::Database& db, ClientId client, std::string_view kind) {
    return first_row(
        statement(
            db,
            "SELECT kind, asked_at, asked_offset, asked_by, name FROM clients_none_known "
            "JOIN core_user ON user = asked_by WHERE client = ? AND kind = ?",
            client,
            std::string{kind}
        ),
        [](SQLite::Statement& query) {
            return NoneKnown{
                .kind = column_text(query, 0),
                .asked = column_zoned(query, 1),
                .asked_by = {column_number(query, 3)},
                .asked_by_name = column_text(query, 4),
            };
        }
    );
}

void put_none_known(SQLite::Database& db, ClientId client, const NoneKnown& answer) {
    execute(
        db,
        "INSERT INTO clients_none_known (client, kind, asked_at, asked_offset, asked_by) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (client, kind) DO UPDATE SET "
        "asked_at = excluded.asked_at, asked_offset = excluded.asked_offset, "
        "asked_by = excluded.asked_by",
        client,
        answer.kind,
        answer.asked.instant,
        answer.asked.offset,
        answer.asked_by
    );
}

bool end_none_known(SQLite::Database& db, ClientId client, std::string_view kind) {
    return execute(
               db,
               "DELETE FROM clients_none_known WHERE client = ? AND kind = ?",
               client,
               std::string{kind}
           ) > 0;
}

} // namespace praxis::clients
