// SPDX-License-Identifier: MIT
#include "consent.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {

std::vector<SharingConsent> all_sharing_consents(SQLite::Database& db, ClientId client, Date on) {
    return all_rows(
        statement(
            db,
            "SELECT consent, given_on, given_by, recipient,"
            " withdrawn_on IS NOT NULL AND withdrawn_on <= ?2 AS withdrawn, scope"
            " FROM clients_consent"
            " WHERE client = ?1 AND kind = 'share' AND given_on <= ?2"
            " AND (withdrawn OR expires_on IS NULL OR expires_on >= ?2)"
            " ORDER BY iif(withdrawn, withdrawn_on, given_on) DESC, consent DESC",
            client,
            on
        ),
        [](auto& query) {
            return SharingConsent{
                ConsentId{column_number(query, 0)},
                optional_date(query, 1).value_or(Date{}),
                column_text(query, 2),
                optional_text(query, 3),
                column_flag(query, 4),
                optional_text(query, 5)};
        }
    );
}

} // namespace praxis::referrals
