// SPDX-License-Identifier: MIT
#include "directory/merging.hpp"

#include "fields.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

void check_can_merge(const Provider& from, const Provider& into) {
    if (from.id == into.id) {
        throw Refused(from.id.str() + " is the same entry twice", "praxis provider list");
    }
    for (const auto& provider : {from, into}) {
        if (provider.merged_into) {
            throw Refused(
                provider.id.str() + " was merged into " + provider.merged_into->str() + " already",
                "praxis provider show " + provider.merged_into->str()
            );
        }
    }
}

/// Which details an entry took from the other one, and which differ.
struct Taken {
    std::vector<std::string> taken;
    std::vector<std::string> differ;

    template <class T>
    void take(const std::string& name, std::optional<T>& own, const std::optional<T>& other) {
        if (!own && other) {
            own = other;
            taken.push_back(name);
        } else if (own && other && *own != *other) {
            differ.push_back(name);
        }
    }
};

/// A letter must not go to the address of one organisation and the name of another.
Taken take_details(Provider& into, const Provider& from) {
    Taken details;
    details.take("title", into.title, from.title);
    details.take("credentials", into.credentials, from.credentials);
    if (fold(into.name) == fold(from.name)) {
        details.take("salutation", into.salutation, from.salutation);
    }
    const bool is_one_place = !into.organisation || !from.organisation ||
                              fold(*into.organisation) == fold(*from.organisation);
    details.take("organisation", into.organisation, from.organisation);
    if (is_one_place) {
        details.take("address", into.address, from.address);
        details.take("phone", into.phone, from.phone);
        details.take("e-mail", into.email, from.email);
        details.take("fax", into.fax, from.fax);
        details.take("preferred way", into.preferred_way, from.preferred_way);
    }
    details.take("new clients", into.accepts_new_clients, from.accepts_new_clients);
    details.take("notes", into.notes, from.notes);
    for (const auto& language : from.languages) {
        if (std::find(into.languages.begin(), into.languages.end(), language) ==
            into.languages.end()) {
            into.languages.push_back(language);
            details.taken.push_back("language " + language);
        }
    }
    if (from.name != into.name) {
        details.differ.emplace_back("name");
    }
    if (from.profession != into.profession) {
        details.differ.emplace_back("profession");
    }
    return details;
}

} // namespace

Provider merge_providers(Session& session, Provider from, Provider into) {
    check_can_merge(from, into);
    auto& db = session.db();
    const auto details = take_details(into, from);
    update_provider(db, into);
    for (const auto& id : merged_providers(db, from.id)) {
        auto earlier = get_provider(db, id);
        earlier.merged_into = into.id;
        update_provider(db, earlier);
    }
    from.merged_into = into.id;
    update_provider(db, from);
    const int drafts = move_drafts(db, from.id, into.id);
    session.report(from.id.str() + " is merged into " + into.id.str());
    if (!details.taken.empty()) {
        session.report(into.id.str() + " took from it: " + join_with_and(details.taken));
    }
    if (!details.differ.empty()) {
        session.report(
            "these differ, and " + into.id.str() +
            " keeps its own: " + join_with_and(details.differ)
        );
    }
    if (drafts > 0) {
        session.report(
            std::to_string(drafts) +
            (drafts == 1 ? " unsent referral now goes" : " unsent referrals now go") + " to " +
            into.id.str()
        );
    }
    return into;
}

} // namespace praxis::referrals
