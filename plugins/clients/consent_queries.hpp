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

/// A row of clients_consent. Texts are never empty: absent is nothing.
struct ConsentRow {
    ConsentId id;
    std::string uuid;
    ClientId client;
    std::string kind;
    std::optional<std::string> scope;
    std::vector<std::string> techniques;  // ids; empty: any
    std::vector<std::string> regions;     // ids; empty: any
    std::optional<std::string> recipient; // of kind share; nothing: any
    Date given_on;
    std::string given_by; // client, guardian
    std::optional<std::string> given_how;
    std::optional<Date> expires_on; // the last day
    std::optional<std::string> witness;
    std::optional<Date> withdrawn_on; // the first day without
    std::optional<std::string> withdrawal_reason;
    ZonedTime recorded;
};

/// How this one stands on that day; none before it was given.
ConsentState state_on(const ConsentRow& consent, Date on);

/// "valid", "withdrawn", "expired"; "not yet" before it was given.
std::string state_word(ConsentState state);

/// What counts on the query's day among all consents of a client. A consent that is limited to
/// techniques or regions does not stand for its kind as a whole. Of several to the same recipient
/// the last word counts, be it a consent or a withdrawal; a withdrawal that names no recipient
/// also ends what was agreed before it for each recipient.
ConsentState decide_consent(const std::vector<ConsentRow>& consents, const ConsentQuery& query);

/// What to say of one among all consents of a client: "valid"; "replaced" when a later consent has
/// the last word; else how it ended, by itself or with a later withdrawal that reaches as far.
std::string standing_of(const std::vector<ConsentRow>& consents, const ConsentRow& row, Date on);

/// The consents to share the record that stand on that day, as decide_consent() sees it.
std::vector<ConsentRow> standing_to_share(const std::vector<ConsentRow>& consents, Date on);

ConsentId insert_consent(SQLite::Database& db, const ConsentRow& consent);
void withdraw_consent(
    SQLite::Database& db, ConsentId id, Date on, const std::optional<std::string>& reason
);
std::optional<ConsentRow> find_consent(SQLite::Database& db, ConsentId id);

/// By id: oldest first.
std::vector<ConsentRow> consents_of(SQLite::Database& db, ClientId client);

/// Those that are not withdrawn and whose last day is that day or a later one, of clients who are
/// not archived, by that day.
std::vector<ConsentRow> consents_ending(SQLite::Database& db, Date from);

} // namespace praxis::clients
