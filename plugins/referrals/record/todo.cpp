// SPDX-License-Identifier: MIT
#include "record/records.hpp"
#include "referral.hpp"

#include <praxis/clients/directory.hpp>

namespace praxis::referrals {

namespace {

/// Nothing for a referral that needs no work.
std::optional<Todo> todo_of(const Referral& referral, const std::string& who) {
    const auto id = referral.id.str();
    const auto what = id + ", " + who + ": ";
    const auto& state = referral.state;
    if (state == "draft") {
        return Todo{{}, what + "the letter is not ready", "praxis referral preview " + id};
    }
    if (state == "ready") {
        return Todo{{}, what + "the letter is not sent", "praxis referral send " + id};
    }
    if (state == "declined" || state == "lost") {
        return Todo{{}, what + "the referral was " + state, "praxis referral show " + id};
    }
    if (state == "closed" || state == "cancelled" || state == "void") {
        return std::nullopt;
    }
    return Todo{referral.reply_by, what + "waiting for the reply", "praxis referral show " + id};
}

std::vector<Todo> open_referrals(Session& session) {
    const auto referrals = all_referrals(session.db(), {});
    std::vector<ClientId> clients;
    clients.reserve(referrals.size());
    for (const auto& referral : referrals) {
        clients.push_back(referral.client);
    }
    const auto names = session.get<clients::Directory>().distinct_names(session, clients);
    std::vector<Todo> todos;
    for (std::size_t i = referrals.size(); i-- > 0;) { // the oldest first
        const auto provider = get_provider(session.db(), referrals[i].provider).name;
        if (auto todo = todo_of(referrals[i], names[i] + " to " + provider)) {
            todos.push_back(std::move(*todo));
        }
    }
    return todos;
}

} // namespace

TodoSource todo_source() {
    return {.name = "referrals", .list = open_referrals};
}

} // namespace praxis::referrals
