// SPDX-License-Identifier: MIT
#include "referral.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {

void insert_event(SQLite::Database& db, ReferralId referral, const Event& event) {
    execute(
        db,
        "INSERT INTO referrals_event (uuid, referral, state, happened_on, at, at_offset, user,"
        " note, by_name, appointment, reply) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{event.uuid},
        referral,
        event.state,
        event.happened_on,
        event.at.instant,
        event.at.offset,
        event.user,
        event.note,
        event.by,
        event.appointment,
        event.reply
    );
    execute(
        db,
        "UPDATE referrals_referral SET state = ?1 WHERE referral = ?2 AND state <> ?1",
        event.state,
        referral
    );
}

std::vector<Event> all_events(SQLite::Database& db, ReferralId referral) {
    return all_rows(
        statement(
            db,
            "SELECT event.uuid, event.state, event.happened_on, event.at, event.at_offset,"
            " event.user, person.name, event.note, event.by_name, event.appointment,"
            " event.reply FROM referrals_event AS event"
            " JOIN core_user AS person ON person.user = event.user"
            " WHERE event.referral = ? ORDER BY event.event",
            referral
        ),
        [](auto& query) {
            return Event{
                column_uuid(query, 0),
                column_text(query, 1),
                optional_date(query, 2).value_or(Date{}),
                column_zoned(query, 3),
                UserId{column_number(query, 5)},
                column_text(query, 6),
                optional_text(query, 7),
                optional_text(query, 8),
                optional_date(query, 9),
                optional_number(query, 10)};
        }
    );
}

} // namespace praxis::referrals
