// SPDX-License-Identifier: MIT
#include "stats/loops.hpp"

#include <praxis/sql.hpp>

namespace praxis::referrals {

std::vector<Loop> all_loops(SQLite::Database& db, Date first, Date last) {
    return all_rows(
        statement(
            db,
            "SELECT r.referral, r.client, p.provider, p.name, p.profession, r.state, l.sent_on,"
            " (SELECT min(received_on) FROM referrals_reply AS a"
            "  WHERE a.referral = r.referral AND a.kind = 'final'),"
            " (SELECT min(happened_on) FROM referrals_event AS e"
            "  WHERE e.referral = r.referral AND e.state = 'declined'),"
            " (SELECT min(happened_on) FROM referrals_event AS e"
            "  WHERE e.referral = r.referral AND e.state = 'lost')"
            " FROM referrals_letter AS l JOIN referrals_referral AS r ON r.referral = l.referral"
            " JOIN referrals_provider AS receiver ON receiver.provider = r.provider"
            " JOIN referrals_provider AS p"
            "  ON p.provider = coalesce(receiver.merged_into, receiver.provider)"
            " WHERE r.state <> 'void' AND r.direction = 'outgoing' AND l.sent_on BETWEEN ? AND ?"
            " ORDER BY l.sent_on, r.referral",
            first,
            last
        ),
        [](auto& query) {
            Loop loop;
            loop.referral = {column_number(query, 0)};
            loop.client = {column_number(query, 1)};
            loop.provider = {column_number(query, 2)};
            loop.provider_name = column_text(query, 3);
            loop.profession = column_text(query, 4);
            loop.state = column_text(query, 5);
            loop.sent_on = optional_date(query, 6).value_or(Date{});
            loop.report_on = optional_date(query, 7);
            loop.declined_on = optional_date(query, 8);
            loop.lost_on = optional_date(query, 9);
            return loop;
        }
    );
}

} // namespace praxis::referrals
