// SPDX-License-Identifier: MIT
#include "health_queries.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

template <class Row> const std::string noun{HealthList<Row>::noun};

void read_column(SQLite::Statement& query, int column, std::string& text) {
    text = column_text(query, column);
}

void read_column(SQLite::Statement& query, int column, std::optional<std::string>& text) {
    text = optional_text(query, column);
}

void read_column(SQLite::Statement& query, int column, std::optional<Date>& date) {
    date = optional_date(query, column);
}

template <class Row> Row read_row(SQLite::Statement& query) {
    Row row;
    int column = 0;
    row.number = column_number(query, column++);
    row.uuid = column_uuid(query, column++);
    row.client = {column_number(query, column++)};
    std::apply(
        [&](auto&... fields) { (read_column(query, column++, fields), ...); },
        HealthList<Row>::values(row)
    );
    row.added = column_zoned(query, column);
    return row;
}

template <class Row> std::string select() {
    return "SELECT " + noun<Row> + ", uuid, client, " + join(HealthList<Row>::fields, ", ") +
           ", added_at, added_offset FROM clients_" + noun<Row>;
}

} // namespace

template <class Row> std::int64_t HealthTable<Row>::insert(SQLite::Database& db, const Row& row) {
    const auto& fields = HealthList<Row>::fields;
    const std::vector<std::string> marks(fields.size(), "?");
    const auto insert_values = [&](const auto&... values) {
        execute(
            db,
            "INSERT INTO clients_" + noun<Row> + " (uuid, client, " + join(fields, ", ") +
                ", added_at, added_offset) VALUES (?, ?, " + join(marks, ", ") + ", ?, ?)",
            StoredBytes{row.uuid},
            row.client,
            values...,
            row.added.instant,
            row.added.offset
        );
    };
    std::apply(insert_values, HealthList<Row>::values(row));
    return db.getLastInsertRowid();
}

template <class Row> void HealthTable<Row>::update(SQLite::Database& db, const Row& row) {
    const auto update_values = [&](const auto&... values) {
        execute(
            db,
            "UPDATE clients_" + noun<Row> + " SET " + join(HealthList<Row>::fields, " = ?, ") +
                " = ? WHERE " + noun<Row> + " = ?",
            values...,
            row.number
        );
    };
    std::apply(update_values, HealthList<Row>::values(row));
}

template <class Row> void HealthTable<Row>::remove(SQLite::Database& db, std::int64_t number) {
    execute(db, "DELETE FROM clients_" + noun<Row> + " WHERE " + noun<Row> + " = ?", number);
}

template <class Row>
std::optional<Row> HealthTable<Row>::find(SQLite::Database& db, std::int64_t number) {
    return first_row(statement(db, select<Row>() + " WHERE " + noun<Row> + " = ?", number), read_row<Row>);
}

template <class Row> std::vector<Row> HealthTable<Row>::all(SQLite::Database& db, ClientId client) {
    const std::string order{HealthList<Row>::order};
    return all_rows(statement(db, select<Row>() + " WHERE client = ? ORDER BY " + order, client), read_row<Row>);
}

template <class Row> std::vector<Row> HealthTable<Row>::of_all_clients(SQLite::Database& db) {
    const std::string order{HealthList<Row>::order};
    return all_rows(
        statement(
            db,
            select<Row>() +
                " WHERE client IN (SELECT client FROM clients_client WHERE archived_at IS NULL)"
                " ORDER BY client, " +
                order
        ),
        read_row<Row>
    );
}

template struct HealthTable<ConditionRow>;
template struct HealthTable<MedicationRow>;
template struct HealthTable<AllergyRow>;

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

bool delete_none_known(SQLite::Database& db, ClientId client, std::string_view kind) {
    return execute(
               db,
               "DELETE FROM clients_none_known WHERE client = ? AND kind = ?",
               client,
               std::string{kind}
           ) > 0;
}

} // namespace praxis::clients
