// SPDX-License-Identifier: MIT
#include "note/later_consent.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

std::optional<LaterConsent> find_later_consent(SQLite::Database& db, ClientId client, Date on) {
    return first_row(
        statement(
            db,
            "SELECT consent, given_on FROM clients_consent WHERE client = ? AND kind = 'treatment'"
            " AND given_on > ? AND withdrawn_on IS NULL ORDER BY given_on, consent",
            client,
            on
        ),
        [](SQLite::Statement& row) {
            return LaterConsent{
                ConsentId{column_number(row, 0)}, optional_date(row, 1).value_or(Date{})};
        }
    );
}

std::string describe(const LaterConsent& consent, Date session) {
    return consent.id.str() + " was given on " + consent.given_on.iso() +
           ", after the session of " + session.iso();
}

std::string command_to_record_consent_on(ClientId client, Date session) {
    return "praxis consent record " + client.str() + " --kind treatment --on " + session.iso();
}

} // namespace praxis::soap
