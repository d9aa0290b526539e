// SPDX-License-Identifier: MIT
#include "consent.hpp"

#include "fields.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

/// A consent may name its recipient by id, or as a profession, a person or an organisation. Whole
/// words only: who agreed to "Ana" did not agree to Anabel.
bool concerns(const SharingConsent& consent, const Provider& provider) {
    if (!consent.recipient) {
        return true;
    }
    if (const auto id = ProviderId::parse(trim(*consent.recipient))) {
        return *id == provider.id;
    }
    return holds_whole_words(
        provider.name + " " + provider.organisation.value_or("") + " " + provider.profession,
        *consent.recipient
    );
}

} // namespace

std::optional<SharingConsent>
find_sharing_consent(Session& session, ClientId client, const Provider& provider, Date on) {
    const auto state = session.get<clients::Directory>().consent(
        session, {.client = client, .kind = "share", .technique = {}, .region = {}, .on = on}
    );
    if (state != clients::ConsentState::given) {
        return std::nullopt;
    }
    const auto said = all_sharing_consents(session.db(), client, on);
    const auto last_word = std::find_if(said.begin(), said.end(), [&](const auto& consent) {
        return concerns(consent, provider);
    });
    if (last_word == said.end() || last_word->withdrawn) {
        return std::nullopt;
    }
    return *last_word;
}

} // namespace praxis::referrals
