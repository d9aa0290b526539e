// SPDX-License-Identifier: MIT
#include "record/records.hpp"
#include "referral.hpp"
#include "reply/reply.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

std::vector<Advice> advice_of(Session& session, ClientId client) {
    std::vector<Advice> advice;
    auto referrals = all_referrals(session.db(), {.client = client});
    std::reverse(referrals.begin(), referrals.end());
    for (const auto& referral : referrals) {
        if (referral.state == "void") {
            continue;
        }
        for (const auto& reply : all_replies(session.db(), referral.id)) {
            for (const auto& line : split(reply.recommendations.value_or(""), '\n')) {
                if (const auto text = trim(line); !text.empty()) {
                    const auto on = reply.dated_on.value_or(reply.received_on);
                    advice.push_back({referral.id.str(), text, reply.author, on});
                }
            }
        }
    }
    return advice;
}

} // namespace

AdviceSource advice_source() {
    return {.name = "referrals", .list = advice_of};
}

} // namespace praxis::referrals
