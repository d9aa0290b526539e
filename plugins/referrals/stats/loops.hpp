// SPDX-License-Identifier: MIT
/// How many referrals came back with a report, how fast, and what became of the others.
///
/// source  CMS50 Closing the Referral Loop: Receipt of Specialist Report,
///         ecqi.healthit.gov/ecqm/ec/2026/cms0050v14: the share of clients whose first referral of
///         the period came back with a report of the receiver. CMS counts referrals made until
///         October 31 of a year.
#pragma once
#include "referral.hpp"

#include <praxis/date.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

/// A referral that was sent. A void one is none.
struct Loop {
    ReferralId referral;
    ClientId client;
    ProviderId provider; // that into which its receiver was merged
    std::string provider_name;
    std::string profession;
    std::string state;
    Date sent_on;
    std::optional<Date> report_on; // the first final report
    std::optional<Date> declined_on;
    std::optional<Date> lost_on;
    bool is_first = false; // of this client in the period
};

/// Those sent on these days, in the order of their days.
std::vector<Loop> all_loops(SQLite::Database& db, Date first, Date last);

/// The counts of one provider, one profession or all.
struct Tally {
    std::string name;
    int sent = 0;
    int clients = 0;  // first referrals: the denominator of CMS50
    int answered = 0; // of these, with a report: the numerator
    int declined = 0;
    int lost = 0;
    std::vector<int> days; // from the sending to the report, of all that were sent

    void add(const Loop& loop);
    /// Per cent, rounded; nothing without a client.
    [[nodiscard]] std::optional<int> rate() const;
    [[nodiscard]] std::optional<double> median_days() const;
};

/// What became of a client whose referral was declined or lost.
struct Outcome {
    Loop loop;
    std::string became;
};

struct LoopStats {
    Date first;
    Date last;
    Tally all;
    std::vector<Tally> providers;   // in the order of their names
    std::vector<Tally> professions; // in the order of their names
    std::vector<Outcome> outcomes;
};

LoopStats loop_stats(Session& session, Date first, Date last);

Value stats_value(const LoopStats& stats);

} // namespace praxis::referrals
