// SPDX-License-Identifier: MIT
#include "letter/letter_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {

ComplaintWords find_complaint_words(SQLite::Database& db, ComplaintId complaint) {
    return first_row(
               statement(
                   db, "SELECT text, onset FROM clients_complaint WHERE complaint = ?", complaint
               ),
               [](SQLite::Statement& row) {
                   return ComplaintWords{
                       optional_text(row, 0).value_or(""), optional_text(row, 1).value_or("")};
               }
    ).value_or(ComplaintWords{});
}

std::optional<SentLetter> find_last_letter(SQLite::Database& db, const Referral& referral) {
    const auto found = first_row(
        statement(
            db,
            "SELECT r.referral FROM referrals_letter AS l"
            " JOIN referrals_referral AS r ON r.referral = l.referral"
            " WHERE r.client = ?1 AND r.referral <> ?3 AND r.state <> 'void'"
            " AND r.direction = ?4 AND r.provider IN"
            " (SELECT provider FROM referrals_provider WHERE provider = ?2 OR merged_into = ?2)"
            " ORDER BY l.sent_on DESC, l.letter DESC LIMIT 1",
            referral.client,
            referral.provider,
            referral.id,
            std::string{name_of(referral.direction)}
        ),
        [](SQLite::Statement& row) { return ReferralId{column_number(row, 0)}; }
    );
    return found ? find_letter(db, *found) : std::nullopt;
}

} // namespace praxis::referrals
