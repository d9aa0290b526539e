// SPDX-License-Identifier: MIT
#include "record/records.hpp"
#include "referral.hpp"

namespace praxis::referrals {

namespace {

constexpr int rank_of_open = 800;

std::string describe(const Referral& referral, const std::string& provider) {
    const auto text = referral.id.str() + " to " + provider + ", " + referral.state;
    const bool waits = referral.state != "draft" && referral.state != "ready";
    return text + (waits ? ", reply due " + referral.reply_by.iso() : "");
}

std::vector<BriefLine> open_referrals(Session& session, ClientId client) {
    std::vector<BriefLine> lines;
    for (const auto& referral :
         all_referrals(session.db(), {.client = client, .open_only = true})) {
        const auto provider = get_provider(session.db(), referral.provider).name;
        lines.push_back({rank_of_open, "Open", describe(referral, provider)});
    }
    return lines;
}

} // namespace

BriefSource brief_source() {
    return {.name = "referrals", .lines = open_referrals};
}

} // namespace praxis::referrals
