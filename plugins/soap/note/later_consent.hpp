// SPDX-License-Identifier: MIT
/// A consent that was given only after a session, for messages that say what is on record.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

namespace praxis::soap {

struct LaterConsent {
    ConsentId id;
    Date given_on;
};

/// The first consent to treatment that was given after that day and not withdrawn.
std::optional<LaterConsent> find_later_consent(SQLite::Database& db, ClientId client, Date on);

/// "CS-0002 was given on 2026-11-20, after the session of 2026-11-18"
std::string describe(const LaterConsent& consent, Date session);

/// "praxis consent record C-0001 --kind treatment --on 2026-11-18": it records that the client had
/// agreed by then.
std::string command_to_record_consent_on(ClientId client, Date session);

} // namespace praxis::soap
