// SPDX-License-Identifier: MIT
#include "consent.hpp"

#include "fields.hpp"
#include "letter/letter.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
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

/// The guardian sees the record of a minor only.
bool is_client_or_guardian(const clients::Client& client, const std::string& recipient, Date on) {
    constexpr int full_age = 18;
    const auto name = fold(recipient);
    const bool is_minor = client.born && clients::greatest_age(*client.born, on) < full_age;
    return name == fold(trim(client.given + " " + client.family)) ||
           name == fold(client.full_name) ||
           (is_minor && !client.guardian.empty() && name == fold(client.guardian));
}

/// The providers whom the recipient names by id or by the whole name, as a letter or the ledger
/// spells it.
std::vector<Provider> providers_named(SQLite::Database& db, const std::string& recipient) {
    if (const auto id = ProviderId::parse(trim(recipient))) {
        return {get_provider(db, *id)};
    }
    const auto name = fold(recipient);
    auto providers = all_providers(db, std::nullopt);
    std::erase_if(providers, [&](const Provider& provider) {
        return name != fold(provider.name) && name != fold(full_name_of(provider)) &&
               name != fold(recipient_of(provider).name);
    });
    return providers;
}

/// errors  Ambiguous: a person of the record and a provider, or two providers, have that name
void check_is_one(const std::vector<Provider>& providers, bool is_client) {
    if (providers.size() + (is_client ? 1 : 0) > 1) {
        throw Ambiguous(
            "more than one person has the name of the recipient",
            "give the id of the provider, such as " + providers.front().id.str()
        );
    }
}

} // namespace

std::optional<Gap>
missing_sharing_consent(Session& session, ClientId number, std::string& recipient) {
    const auto client = session.get<clients::Directory>().get(session, number);
    const bool is_client = is_client_or_guardian(client, trim(recipient), session.today());
    const auto providers = providers_named(session.db(), recipient);
    check_is_one(providers, is_client);
    if (is_client) {
        return std::nullopt;
    }
    const auto consent =
        !providers.empty()
            ? find_sharing_consent(session, number, providers.front(), session.today())
            : find_copy_consent(session, number, recipient, session.today());
    const auto named = recipient;
    if (!providers.empty()) {
        recipient = recipient_of(providers.front()).name;
    }
    if (!consent) {
        return Gap{
            "the client's consent to share the record does not include " + recipient,
            "praxis consent record " + number.str() + " --kind share --to \"" + named + "\""};
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
