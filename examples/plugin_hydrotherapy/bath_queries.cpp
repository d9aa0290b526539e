// SPDX-License-Identifier: MIT
#include "bath_queries.hpp"

namespace hydrotherapy {

using praxis::column_number;
using praxis::column_text;
using praxis::statement;

namespace {

constexpr const char* columns = "SELECT bath, uuid, client, given_at, given_offset, kind, minutes,"
                                " celsius, coalesce(skin_after, '') FROM hydrotherapy_bath";

Bath read_bath(SQLite::Statement& query) {
    const auto celsius = query.getColumn(7);
    return {
        column_number(query, 0),
        praxis::column_uuid(query, 1),
        praxis::ClientId{column_number(query, 2)},
        praxis::column_zoned(query, 3),
        column_text(query, 5),
        praxis::Minutes{column_number(query, 6)},
        celsius.isNull() ? std::nullopt : std::optional{celsius.getDouble()},
        column_text(query, 8)};
}

} // namespace

std::int64_t insert_bath(SQLite::Database& db, const Bath& bath) {
    praxis::execute(
        db,
        "INSERT INTO hydrotherapy_bath (uuid, client, given_at, given_offset, kind, minutes,"
        " celsius, skin_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        praxis::StoredBytes{bath.uuid},
        bath.client,
        bath.given.instant,
        bath.given.offset,
        bath.kind,
        bath.length,
        bath.celsius,
        praxis::null_if_empty(bath.skin_after)
    );
    return db.getLastInsertRowid();
}

bool set_skin_after(SQLite::Database& db, std::int64_t bath, const std::string& skin) {
    return praxis::execute(
               db, "UPDATE hydrotherapy_bath SET skin_after = ? WHERE bath = ?", skin, bath
           ) > 0;
}

std::optional<Bath> find_bath(SQLite::Database& db, std::int64_t bath) {
    return praxis::first_row(
        statement(db, std::string{columns} + " WHERE bath = ?", bath), read_bath
    );
}

std::vector<Bath> baths_of(SQLite::Database& db, praxis::ClientId client) {
    return praxis::all_rows(
        statement(db, std::string{columns} + " WHERE client = ? ORDER BY given_at, bath", client),
        read_bath
    );
}

void delete_baths(SQLite::Database& db, praxis::ClientId client) {
    praxis::execute(db, "DELETE FROM hydrotherapy_bath WHERE client = ?", client);
}

} // namespace hydrotherapy
