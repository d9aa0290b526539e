// SPDX-License-Identifier: MIT
#pragma once
#include "referral.hpp"

#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

namespace praxis::referrals {

struct ComplaintWords {
    std::string text;  // in the client's own words; empty: not recorded
    std::string onset; // a day, a month or a year; empty: not recorded
};

ComplaintWords find_complaint_words(SQLite::Database& db, ComplaintId complaint);

/// The newest letter about the client that was sent to the referral's receiver, or to one merged
/// into it, for another referral.
std::optional<SentLetter> find_last_letter(SQLite::Database& db, const Referral& referral);

} // namespace praxis::referrals
