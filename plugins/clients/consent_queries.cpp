// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

const std::string columns = "consent, uuid, client, kind, scope, techniques, regions, recipient, "
                            "given_on, given_by, given_how, expires_on, witness, withdrawn_on, "
                            "withdrawal_reason, recorded_at, recorded_offset";

std::optional<std::string> ids_of(const std::vector<std::string>& ids) {
    return ids.empty() ? std::nullopt : std::optional{join(ids, " ")};
}

std::vector<std::string> read_ids(SQLite::Statement& query, int column) {
    const auto ids = optional_text(query, column);
    return ids ? split(*ids, ' ') : std::vector<std::string>{};
}

ConsentRow read_consent(SQLite::Statement& query) {
    return {
        .id = {column_number(query, 0)},
        .uuid = column_uuid(query, 1),
        .client = {column_number(query, 2)},
        .kind = column_text(query, 3),
        .scope = optional_text(query, 4),
        .techniques = read_ids(query, 5),
        .regions = read_ids(query, 6),
        .recipient = optional_text(query, 7),
        .given_on = optional_date(query, 8).value(),
        .given_by = column_text(query, 9),
        .given_how = optional_text(query, 10),
        .expires_on = optional_date(query, 11),
        .witness = optional_text(query, 12),
        .withdrawn_on = optional_date(query, 13),
        .withdrawal_reason = optional_text(query, 14),
        .recorded = column_zoned(query, 15),
    };
}

} // namespace

ConsentId insert_consent(SQLite::Database& db, const ConsentRow& consent) {
    execute(
        db,
        "INSERT INTO clients_consent (uuid, client, kind, scope, techniques, regions, recipient, "
        "given_on, given_by, given_how, expires_on, witness, withdrawn_on, withdrawal_reason, "
        "recorded_at, recorded_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{consent.uuid},
        consent.client,
        consent.kind,
        consent.scope,
        ids_of(consent.techniques),
        ids_of(consent.regions),
        consent.recipient,
        consent.given_on,
        consent.given_by,
        consent.given_how,
        consent.expires_on,
        consent.witness,
        consent.withdrawn_on,
        consent.withdrawal_reason,
        consent.recorded.instant,
        consent.recorded.offset
    );
    return {db.getLastInsertRowid()};
}

void withdraw_consent(
    SQLite::Database& db, ConsentId id, Date on, const std::optional<std::string>& reason
) {
    execute(
        db,
        "UPDATE clients_consent SET withdrawn_on = ?, withdrawal_reason = ? WHERE consent = ?",
        on,
        reason,
        id
    );
}

std::optional<ConsentRow> find_consent(SQLite::Database& db, ConsentId id) {
    return first_row(
        statement(db, "SELECT " + columns + " FROM clients_consent WHERE consent = ?", id),
        read_consent
    );
}

std::vector<ConsentRow> consents_of(SQLite::Database& db, ClientId client) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns + " FROM clients_consent WHERE client = ? ORDER BY consent",
            client
        ),
        read_consent
    );
}

std::vector<ConsentRow> consents_ending(SQLite::Database& db, Date from) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns +
                " FROM clients_consent WHERE expires_on >= ? AND withdrawn_on IS NULL AND client IN"
                " (SELECT client FROM clients_client WHERE archived_at IS NULL)"
                " ORDER BY expires_on, consent",
            from
        ),
        read_consent
    );
}

} // namespace praxis::clients
