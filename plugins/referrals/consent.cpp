// SPDX-License-Identifier: MIT
#include "consent.hpp"

#include "fields.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

/// A consent names its recipient by id, or as a profession, a person or an organisation. Only whole
/// words match: a consent for "Ana" is not a consent for Anabel.
bool names_provider(SQLite::Database& db, const SharingConsent& consent, const Provider& provider) {
    if (!consent.recipient) {
        return true;
    }
    if (const auto id = ProviderId::parse(trim(*consent.recipient))) {
        const auto named = find_provider(db, *id);
        return *id == provider.id || (named && named->merged_into == provider.id);
    }
    return holds_whole_words(
        provider.name + " " + provider.organisation.value_or("") + " " + provider.profession,
        *consent.recipient
    );
}

/// A copy goes to a name as the therapist wrote it.
bool names_copy(SQLite::Database& db, const SharingConsent& consent, const std::string& name) {
    if (!consent.recipient) {
        return true;
    }
    const auto id = ProviderId::parse(trim(*consent.recipient));
    const auto named = id ? find_provider(db, *id) : std::nullopt;
    return holds_whole_words(name, named ? named->name : *consent.recipient);
}

/// The latest consent that includes the recipient, unless it was withdrawn.
template <class Names>
std::optional<SharingConsent>
find_consent(Session& session, ClientId client, Date on, const Names& names) {
    const auto state = session.get<clients::Directory>().consent(
        session, {.client = client, .kind = "share", .technique = {}, .region = {}, .on = on}
    );
    if (state != clients::ConsentState::given) {
        return std::nullopt;
    }
    const auto consents = all_sharing_consents(session.db(), client, on);
    const auto latest = std::find_if(consents.begin(), consents.end(), names);
    if (latest == consents.end() || latest->withdrawn) {
        return std::nullopt;
    }
    return *latest;
}

bool is_client_or_guardian(const clients::Client& client, const std::string& recipient) {
    const auto name = fold(recipient);
    return name == fold(trim(client.given + " " + client.family)) ||
           name == fold(client.full_name) ||
           (!client.guardian.empty() && name == fold(client.guardian));
}

/// The provider whom the recipient names by id or by the whole name.
std::optional<Provider> provider_named(SQLite::Database& db, const std::string& recipient) {
    if (const auto id = ProviderId::parse(trim(recipient))) {
        return get_provider(db, *id);
    }
    const auto name = fold(recipient);
    for (auto& provider : all_providers(db, std::nullopt)) {
        if (name == fold(provider.name) || name == fold(full_name_of(provider))) {
            return std::move(provider);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Gap>
missing_sharing_consent(Session& session, ClientId number, const std::string& recipient) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, number);
    if (is_client_or_guardian(client, trim(recipient))) {
        return std::nullopt;
    }
    const auto provider = provider_named(session.db(), recipient);
    const auto consent = provider
                             ? find_sharing_consent(session, number, *provider, session.today())
                             : find_copy_consent(session, number, recipient, session.today());
    if (!consent) {
        return Gap{
            "the client's consent to share the record does not include " + recipient,
            "praxis consent record " + number.str() + " --kind share --to \"" + recipient + "\""};
    }
    if (consent->scope) {
        session.report(consent->id.str() + " is a consent to share: " + *consent->scope);
    }
    return std::nullopt;
}

std::optional<SharingConsent>
find_sharing_consent(Session& session, ClientId client, const Provider& provider, Date on) {
    return find_consent(session, client, on, [&](const SharingConsent& consent) {
        return names_provider(session.db(), consent, provider);
    });
}

std::optional<SharingConsent>
find_copy_consent(Session& session, ClientId client, const std::string& name, Date on) {
    return find_consent(session, client, on, [&](const SharingConsent& consent) {
        return names_copy(session.db(), consent, name);
    });
}

} // namespace praxis::referrals
