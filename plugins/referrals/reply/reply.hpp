// SPDX-License-Identifier: MIT
/// The reports that come back to a referral.
#pragma once
#include "referral.hpp"

#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

struct Reply {
    using Text = std::optional<std::string>;
    std::int64_t number = 0;
    std::string uuid;
    ReferralId referral;
    std::string kind; // "interim" or "final"
    Date received_on;
    std::optional<Date> dated_on; // the day on the report
    std::string author;           // who wrote it
    Text presumed_diagnosis;
    Text final_diagnosis;
    Text findings;
    Text services;
    Text recommendations; // one in each line
    Text prescriptions;   // and further referrals
    Text document;        // where the practice keeps the document
    ZonedTime recorded;
    UserId user;
    Text read_by;
    std::optional<Date> read_on;
};

/// A field of a report: its key in files and JSON, its title for people, its place.
struct ReplyField {
    std::string_view key;
    std::string_view title;
    Reply::Text Reply::*text;
};

/// source  the counter-referral form of LibreHealth EHR (LBTref, sql/database.sql)
inline constexpr std::array<ReplyField, 7> reply_fields{{
    {"presumed_diagnosis", "Presumed diagnosis", &Reply::presumed_diagnosis},
    {"final_diagnosis", "Final diagnosis", &Reply::final_diagnosis},
    {"findings", "Findings", &Reply::findings},
    {"services", "Services", &Reply::services},
    {"recommendations", "Recommendations", &Reply::recommendations},
    {"prescriptions", "Prescriptions and referrals", &Reply::prescriptions},
    {"document", "Document", &Reply::document},
}};

/// returns  the new number
std::int64_t insert_reply(SQLite::Database& db, const Reply& reply);

/// Oldest first.
std::vector<Reply> all_replies(SQLite::Database& db, ReferralId referral);

/// Whether a final report of the referral waits to be read.
bool has_unread_report(SQLite::Database& db, ReferralId referral);

/// Records who read the reports of the referral that nobody has read yet.
void mark_replies_read(
    SQLite::Database& db, ReferralId referral, const std::string& reader, Date day
);

/// Every field, for --json and exports.
Value reply_value(const Reply& reply);

/// "Final report of Dr. Ana Kim, received 2026-12-18".
std::string title_of(const Reply& reply);

/// What the report states, and who read it.
Facts facts_of(const Reply& reply);

} // namespace praxis::referrals
