// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/clients/directory.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::clients {

/// A row of clients_consent. Texts are never empty: an absent text has no value.
struct ConsentRow {
    ConsentId id;
    std::string uuid;
    ClientId client;
    std::string kind;
    std::optional<std::string> scope;
    std::vector<std::string> techniques;  // ids; empty: any
    std::vector<std::string> regions;     // ids; empty: any
    std::optional<std::string> recipient; // of kind share; no value: any
    Date given_on;
    std::string given_by; // client, guardian
    std::optional<std::string> given_how;
    std::optional<Date> expires_on; // the last day
    std::optional<std::string> witness;
    std::optional<Date> withdrawn_on; // the first day without consent
    std::optional<std::string> withdrawal_reason;
    ZonedTime recorded;
};

/// The state of this consent on that day; none before it was given.
ConsentState state_on(const ConsentRow& consent, Date on);

/// "valid", "withdrawn", "expired"; "not yet" before it was given.
std::string state_name(ConsentState state);

/// The state on the query's day that follows from all consents of a client. A consent that is
/// limited to techniques or regions does not cover its kind as a whole. Of several consents to the
/// same recipient the latest consent or withdrawal decides. A withdrawal that names no recipient
/// also ends the earlier consents for every recipient.
ConsentState decide_consent(const std::vector<ConsentRow>& consents, const ConsentQuery& query);

/// The state of one consent among all of a client: "valid"; "replaced" when a later consent decides
/// for all of it; otherwise how it ended, by itself or by a later withdrawal of the same scope.
std::string
effective_state(const std::vector<ConsentRow>& consents, const ConsentRow& row, Date on);

/// The consents to share the record that are valid on that day by the rules of decide_consent().
std::vector<ConsentRow> valid_share_consents(const std::vector<ConsentRow>& consents, Date on);

ConsentId insert_consent(SQLite::Database& db, const ConsentRow& consent);
void withdraw_consent(
    SQLite::Database& db, ConsentId id, Date on, const std::optional<std::string>& reason
);
std::optional<ConsentRow> find_consent(SQLite::Database& db, ConsentId id);

/// By id: oldest first.
std::vector<ConsentRow> consents_of(SQLite::Database& db, ClientId client);

/// Consents of active clients that are not withdrawn and whose last day is that day or later,
/// ordered by last day.
std::vector<ConsentRow> consents_ending(SQLite::Database& db, Date from);

} // namespace praxis::clients
