// SPDX-License-Identifier: MIT
#include "provider.hpp"
#include "record/records.hpp"
#include "referral.hpp"

namespace praxis::referrals {

namespace {

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& referral : all_referrals(session.db(), {.client = client})) {
        const auto provider = get_provider(session.db(), referral.provider);
        const auto receiver = " (to " + provider.name + ", " + provider.id.str() + ")";
        for (const auto& event : all_events(session.db(), referral.id)) {
            events.push_back(
                {event.happened_on,
                 std::nullopt,
                 "referral",
                 referral.id.str(),
                 event.state + receiver}
            );
        }
    }
    return events;
}

} // namespace

TimelineSource timeline_source() {
    return {.name = "referrals", .events = events_of};
}

} // namespace praxis::referrals
