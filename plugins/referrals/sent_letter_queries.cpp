// SPDX-License-Identifier: MIT
#include "referral.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {

void insert_letter(SQLite::Database& db, const SentLetter& letter) {
    execute(
        db,
        "INSERT INTO referrals_letter (uuid, referral, disclosure, via, sent_on, recipient,"
        " recipient_address, content, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{letter.uuid},
        letter.referral,
        letter.disclosure,
        letter.via,
        letter.sent_on,
        letter.recipient,
        letter.recipient_address,
        letter.content,
        StoredBytes{letter.digest}
    );
}

void keep_letter_formats(SQLite::Database& db, ReferralId referral, const Value& formats) {
    execute(
        db, "UPDATE referrals_letter SET formats = ? WHERE referral = ?", to_json(formats), referral
    );
}

std::optional<std::string>
find_kept_letter(SQLite::Database& db, ReferralId referral, const std::string& format) {
    return first_row(
               statement(
                   db,
                   "SELECT formats ->> ('$.' || json_quote(?2)) FROM referrals_letter"
                   " WHERE referral = ?1",
                   referral,
                   format
               ),
               [](auto& query) { return optional_text(query, 0); }
    ).value_or(std::nullopt);
}

std::optional<SentLetter> find_letter(SQLite::Database& db, ReferralId referral) {
    return first_row(
        statement(
            db,
            "SELECT uuid, referral, disclosure, via, sent_on, recipient, recipient_address,"
            " content, digest FROM referrals_letter WHERE referral = ?",
            referral
        ),
        [](auto& query) {
            return SentLetter{
                column_uuid(query, 0),
                ReferralId{column_number(query, 1)},
                DisclosureId{column_number(query, 2)},
                column_text(query, 3),
                optional_date(query, 4).value_or(Date{}),
                column_text(query, 5),
                optional_text(query, 6),
                column_text(query, 7),
                column_hex(query, 8)};
        }
    );
}

std::optional<Date> find_sent_day(SQLite::Database& db, ReferralId referral) {
    return first_row(
               statement(db, "SELECT sent_on FROM referrals_letter WHERE referral = ?", referral),
               [](auto& query) { return optional_date(query, 0); }
    ).value_or(std::nullopt);
}

} // namespace praxis::referrals
