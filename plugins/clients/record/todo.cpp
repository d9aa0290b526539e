// SPDX-License-Identifier: MIT
#include "record/todo.hpp"

#include "client_queries.hpp"
#include "consent_queries.hpp"
#include "directory.hpp"

namespace praxis::clients {

namespace {

// After that many days praxis stops reminding: the therapist asks at the next visit.
constexpr int days_after_end = 30;

/// Whether another consent covers the same on the first day after its end.
bool is_renewed(const std::vector<ConsentRow>& consents, const ConsentRow& consent) {
    const auto first = [](const auto& limits) { return limits.empty() ? "" : limits.front(); };
    return decide_consent(
               consents,
               {.client = consent.client,
                .kind = consent.kind,
                .technique = first(consent.techniques),
                .region = first(consent.regions),
                .on = consent.expires_on->plus_days(1)}
           ) == ConsentState::given;
}

std::string describe_ending(const ConsentRow& consent, Date today) {
    return consent.kind + (consent.scope ? " (" + *consent.scope + ")" : "") +
           (*consent.expires_on < today ? ": the consent has ended" : ": the consent ends");
}

std::vector<Todo> list_ending_consents(Session& session) {
    const auto today = session.today();
    std::vector<Todo> todos;
    for (const auto& consent : consents_ending(session.db(), today.plus_days(-days_after_end))) {
        if (is_renewed(consents_of(session.db(), consent.client), consent)) {
            continue;
        }
        const auto client = get_client(session, consent.client);
        const auto name = full_name(client) + (have_namesakes(session.db(), {client.id}).front()
                                                   ? " (" + client.id.str() + ")"
                                                   : std::string{});
        todos.push_back(
            {.due = consent.expires_on,
             .what = consent.id.str() + ", " + name + ", " + describe_ending(consent, today),
             .command = "praxis consent record " + client.id.str() + " --kind " + consent.kind}
        );
    }
    return todos;
}

} // namespace

TodoSource todo_source() {
    return {.name = "consents", .list = list_ending_consents};
}

} // namespace praxis::clients
