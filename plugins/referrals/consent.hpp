// SPDX-License-Identifier: MIT
#pragma once
#include "provider.hpp"

#include <praxis/chart.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

/// A client's consent to share the record, as the clients plugin stores it.
struct SharingConsent {
    ConsentId id;
    Date given_on;
    std::string given_by;                 // "client" or "guardian"
    std::optional<std::string> recipient; // a profession or a name; nothing: every provider
    bool withdrawn = false;
    std::optional<std::string> scope; // what the client agreed to, in words
};

/// The consents that were given up to that day and have not expired, the latest change first.
std::vector<SharingConsent> all_sharing_consents(SQLite::Database& db, ClientId client, Date on);

/// The consent that lets this provider see the client's record on that day. The latest consent that
/// includes this provider counts, so withdrawing it for one provider leaves the others.
std::optional<SharingConsent>
find_sharing_consent(Session& session, ClientId client, const Provider& provider, Date on);

/// The same for a person who gets a copy, by the name that the letter gives ("Dr. Hill, Hillview").
std::optional<SharingConsent>
find_copy_consent(Session& session, ClientId client, const std::string& name, Date on);

/// The same for a file that goes to that name or provider id, which becomes the provider's name.
/// The client, and the guardian of a minor, need no consent to see the record. Reports the words in
/// which the client limited the consent.
/// returns  what is missing
/// errors   Ambiguous when several people have that name
std::optional<Gap>
missing_sharing_consent(Session& session, ClientId client, std::string& recipient);

} // namespace praxis::referrals
