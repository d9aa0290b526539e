// SPDX-License-Identifier: MIT
#pragma once
#include "provider.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

/// What a client said about sharing the record, as the clients plugin keeps it.
struct SharingConsent {
    ConsentId id;
    Date given_on;
    std::string given_by;                 // "client" or "guardian"
    std::optional<std::string> recipient; // a profession or a name; nothing: any
    bool withdrawn = false;
};

/// What was said up to that day and has not expired, the last word first.
std::vector<SharingConsent> all_sharing_consents(SQLite::Database& db, ClientId client, Date on);

/// The consent that lets this provider see the client's record on that day. The last word that
/// concerns this provider counts: whoever withdrew it for one does not mean another.
std::optional<SharingConsent>
find_sharing_consent(Session& session, ClientId client, const Provider& provider, Date on);

} // namespace praxis::referrals
