// SPDX-License-Identifier: MIT
#include "provider.hpp"

#include "fields.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

std::string lower(std::string_view text) {
    std::string lowered{text};
    for (auto& letter : lowered) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        }
    }
    return lowered;
}

bool is_uuid_prefix(const std::string& text) {
    return text.size() >= 4 && text.size() <= 36 &&
           lower(text).find_first_not_of("0123456789abcdef-") == std::string::npos;
}

std::string names_of(const Provider& provider) {
    return provider.name + " " + provider.organisation.value_or("");
}

bool matches_provider(const Provider& provider, const std::string& search) {
    return (is_uuid_prefix(search) && provider.uuid.starts_with(lower(search))) ||
           matches_words(names_of(provider), search);
}

std::string list_ids(const std::vector<Provider>& providers) {
    std::vector<std::string> ids;
    for (const auto& provider : providers) {
        ids.push_back(provider.id.str() + " (" + display_name(provider.profession) + ")");
    }
    return join_with_and(ids);
}

} // namespace

const std::vector<std::string>& professions() {
    static const std::vector<std::string> all{
        "chiropractor",
        "physiotherapist",
        "osteopath",
        "general-practitioner",
        "sports-physician",
        "naturopath",
        "podiatrist",
        "counsellor",
        "dietitian",
        "dentist",
        "massage-therapist",
        "other"};
    return all;
}

const std::vector<std::string>& ways() {
    static const std::vector<std::string> all{"print", "fax", "email", "hand", "bundle"};
    return all;
}

Provider get_provider(SQLite::Database& db, ProviderId id) {
    auto provider = find_provider(db, id);
    if (!provider) {
        throw NotFound("there is no provider " + id.str(), "praxis provider list");
    }
    return *std::move(provider);
}

Provider get_provider(SQLite::Database& db, const std::string& search) {
    if (const auto id = ProviderId::parse(trim(search))) {
        return get_provider(db, *id);
    }
    std::vector<Provider> matches;
    std::vector<Provider> whole;
    if (!trim(search).empty()) {
        for (auto& provider : all_providers(db, std::nullopt)) {
            if (holds_whole_words(names_of(provider), search)) {
                whole.push_back(provider);
            }
            if (matches_provider(provider, trim(search))) {
                matches.push_back(std::move(provider));
            }
        }
    }
    auto& found = whole.empty() ? matches : whole;
    if (found.empty()) {
        throw NotFound("no provider matches that name", "praxis provider list");
    }
    if (found.size() > 1) {
        throw Ambiguous(
            std::to_string(found.size()) + " providers match that name: " + list_ids(found),
            "use the id, such as " + found.front().id.str()
        );
    }
    return std::move(found.front());
}

Provider get_current_provider(Session& session, const std::string& search) {
    auto provider = get_provider(session.db(), search);
    if (!provider.merged_into) {
        return provider;
    }
    session.report(
        provider.id.str() + " was merged into " + provider.merged_into->str() + ", which counts"
    );
    return get_provider(session.db(), *provider.merged_into);
}

std::string full_name_of(const Provider& provider) {
    auto name = provider.name;
    if (provider.title && !holds_whole_words(name, *provider.title)) {
        name = *provider.title + " " + name;
    }
    if (provider.credentials && !holds_whole_words(name, *provider.credentials)) {
        name += ", " + *provider.credentials;
    }
    return name;
}

std::string contact_details_of(const Provider& provider) {
    for (const auto& detail : {provider.address, provider.email, provider.phone, provider.fax}) {
        if (detail) {
            return on_one_line(*detail);
        }
    }
    return {};
}

Value provider_value(const Provider& provider) {
    return Value::Object{
        {"id", provider.id.str()},
        {"uuid", provider.uuid},
        {"name", provider.name},
        {"title", provider.title},
        {"credentials", provider.credentials},
        {"salutation", provider.salutation},
        {"profession", provider.profession},
        {"organisation", provider.organisation},
        {"address", provider.address},
        {"phone", provider.phone},
        {"email", provider.email},
        {"fax", provider.fax},
        {"preferred_way", provider.preferred_way},
        {"languages", list_value(provider.languages)},
        {"accepts_new_clients", provider.accepts_new_clients},
        {"notes", provider.notes},
        {"merged_into", provider.merged_into ? Value{provider.merged_into->str()} : Value{}}};
}

} // namespace praxis::referrals
