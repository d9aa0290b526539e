// SPDX-License-Identifier: MIT
#include "record/todo.hpp"

#include "client_queries.hpp"
#include "consent_queries.hpp"
#include "directory.hpp"

namespace praxis::clients {

namespace {

// Whoever has not come back since then is asked when they come.
constexpr int days_after_end = 30;

/// Whether what it agreed to stands by another one, on the first day without it.
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

std::string what_ends(const ConsentRow& consent, Date today) {
    return consent.kind + (consent.scope ? " (" + *consent.scope + ")" : "") +
           (*consent.expires_on < today ? ": the consent has ended" : ": the consent ends");
}

std::vector<Todo> ending(Session& session) {
    const auto today = session.today();
    std::vector<Todo> todos;
    for (const auto& consent : consents_ending(session.db(), today.plus_days(-days_after_end))) {
        if (is_renewed(consents_of(session.db(), consent.client), consent)) {
            continue;
        }
        const auto client = get_client(session, consent.client);
        todos.push_back(
            {.due = consent.expires_on,
             .what = consent.id.str() + ", " + full_name(client) + ", " + what_ends(consent, today),
             .command = "praxis consent record " + client.id.str() + " --kind " + consent.kind}
        );
    }
    return todos;
}

} // namespace

TodoSource todo_source() {
    return {.name = "consents", .list = ending};
}

} // namespace praxis::clients
