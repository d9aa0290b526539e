// SPDX-License-Identifier: MIT
#include "provider.hpp"
#include "record/records.hpp"
#include "referral.hpp"
#include "reply/reply.hpp"

namespace praxis::referrals {

namespace {

/// "accepted (to ...), appointment on 2026-12-04"; of a report its kind and author.
std::string
describe(const Event& event, const std::vector<Reply>& replies, const std::string& receiver) {
    for (const auto& reply : replies) {
        if (event.reply == reply.number) {
            return reply.kind + " report of " + reply.author + receiver;
        }
    }
    auto text = event.state + receiver;
    if (event.appointment) {
        text += ", appointment on " + event.appointment->iso();
    }
    return text;
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& referral : all_referrals(session.db(), {.client = client})) {
        const auto provider = get_provider(session.db(), referral.provider);
        const auto receiver = (is_incoming(referral) ? " (from " : " (to ") + provider.name + ", " +
                              provider.id.str() + ")";
        const auto replies = all_replies(session.db(), referral.id);
        for (const auto& event : all_events(session.db(), referral.id)) {
            events.push_back(
                {event.happened_on,
                 std::nullopt,
                 "referral",
                 referral.id.str(),
                 describe(event, replies, receiver)}
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
