// SPDX-License-Identifier: MIT
#include "reply/reply.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {

std::int64_t insert_reply(SQLite::Database& db, const Reply& reply) {
    execute(
        db,
        "INSERT INTO referrals_reply (uuid, referral, kind, received_on, dated_on, author,"
        " presumed_diagnosis, final_diagnosis, findings, services, recommendations, prescriptions,"
        " document, recorded_at, recorded_offset, user)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{reply.uuid},
        reply.referral,
        reply.kind,
        reply.received_on,
        reply.dated_on,
        reply.author,
        reply.presumed_diagnosis,
        reply.final_diagnosis,
        reply.findings,
        reply.services,
        reply.recommendations,
        reply.prescriptions,
        reply.document,
        reply.recorded.instant,
        reply.recorded.offset,
        reply.user
    );
    return db.getLastInsertRowid();
}

std::vector<Reply> all_replies(SQLite::Database& db, ReferralId referral) {
    return all_rows(
        statement(
            db,
            "SELECT reply, uuid, kind, received_on, dated_on, author, presumed_diagnosis,"
            " final_diagnosis, findings, services, recommendations, prescriptions, document,"
            " recorded_at, recorded_offset, user, read_by, read_on FROM referrals_reply"
            " WHERE referral = ? ORDER BY reply",
            referral
        ),
        [referral](auto& query) {
            Reply reply;
            reply.number = column_number(query, 0);
            reply.uuid = column_uuid(query, 1);
            reply.referral = referral;
            reply.kind = column_text(query, 2);
            reply.received_on = optional_date(query, 3).value_or(Date{});
            reply.dated_on = optional_date(query, 4);
            reply.author = column_text(query, 5);
            reply.presumed_diagnosis = optional_text(query, 6);
            reply.final_diagnosis = optional_text(query, 7);
            reply.findings = optional_text(query, 8);
            reply.services = optional_text(query, 9);
            reply.recommendations = optional_text(query, 10);
            reply.prescriptions = optional_text(query, 11);
            reply.document = optional_text(query, 12);
            reply.recorded = column_zoned(query, 13);
            reply.user = {column_number(query, 15)};
            reply.read_by = optional_text(query, 16);
            reply.read_on = optional_date(query, 17);
            return reply;
        }
    );
}

bool has_unread_report(SQLite::Database& db, ReferralId referral) {
    return first_row(
               statement(
                   db,
                   "SELECT 1 FROM referrals_reply"
                   " WHERE referral = ? AND kind = 'final' AND read_on IS NULL",
                   referral
               ),
               [](auto& query) { return column_flag(query, 0); }
    ).has_value();
}

void mark_replies_read(
    SQLite::Database& db, ReferralId referral, const std::string& reader, Date day
) {
    execute(
        db,
        "UPDATE referrals_reply SET read_by = ?2, read_on = ?3"
        " WHERE referral = ?1 AND read_on IS NULL",
        referral,
        reader,
        day
    );
}

} // namespace praxis::referrals
