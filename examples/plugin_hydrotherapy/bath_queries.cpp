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
        "INSERT INTO hydrotherapy_bath (bath, uuid, client, given_at, given_offset, kind, minutes,"
        " celsius, skin_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        bath.number == 0 ? std::nullopt : std::optional{bath.number},
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

void for_each_bath(
    SQLite::Database& db,
    std::optional<praxis::ClientId> client,
    const std::function<void(const Bath&)>& take
) {
    auto query = statement(
        db,
        std::string{columns} + (client ? " WHERE client = ?1" : " WHERE ?1 IS NULL") +
            " ORDER BY given_at, bath",
        client
    );
    while (query.executeStep()) {
        take(read_bath(query));
    }
}

std::vector<Bath> baths_of(SQLite::Database& db, praxis::ClientId client) {
    std::vector<Bath> baths;
    for_each_bath(db, client, [&](const Bath& bath) { baths.push_back(bath); });
    return baths;
}

void delete_baths(SQLite::Database& db, praxis::ClientId client) {
    praxis::execute(db, "DELETE FROM hydrotherapy_bath WHERE client = ?", client);
}

} // namespace hydrotherapy
