// SPDX-License-Identifier: MIT
#include "incoming/authorisation.hpp"
#include "record/records.hpp"
#include "referral.hpp"
#include "reply/reply.hpp"
#include "steps/states.hpp"

namespace praxis::referrals {

namespace {

constexpr int rank_of_open = 800;

std::string describe(Session& session, const Referral& referral) {
    const auto provider = get_provider(session.db(), referral.provider).name;
    if (is_incoming(referral)) {
        auto text = referral.id.str() + " from " + provider;
        if (const auto missing = missing_authorisation(session, referral)) {
            return text + ": " + *missing;
        }
        if (const auto authorised = describe_authorisation(session, referral)) {
            text += ": " + *authorised;
        }
        return text + ", report due " + referral.reply_by.iso();
    }
    const auto text = referral.id.str() + " to " + provider + ", " + referral.state;
    if (has_unread_report(session.db(), referral.id)) {
        return text + ", the report has not been read";
    }
    const bool waits = referral.state != "draft" && referral.state != "ready";
    return text + (waits ? ", reply due " + referral.reply_by.iso() : "");
}

std::vector<BriefLine> open_referrals(Session& session, ClientId client) {
    std::vector<BriefLine> lines;
    for (const auto& referral : all_referrals(session.db(), {.client = client})) {
        if (!is_over(referral.state) ||
            (referral.state != "void" && has_unread_report(session.db(), referral.id))) {
            lines.push_back({rank_of_open, "Open", describe(session, referral)});
        }
    }
    return lines;
}

} // namespace

BriefSource brief_source() {
    return {.name = "referrals", .lines = open_referrals};
}

} // namespace praxis::referrals
