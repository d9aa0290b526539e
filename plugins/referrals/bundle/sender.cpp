// SPDX-License-Identifier: MIT
#include "bundle/sender.hpp"

#include "fields.hpp"
#include "profession_names.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::size_t shown_digits = 16; // of the key
constexpr std::size_t digits_in_group = 4;

std::string in_groups(const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size() && i < shown_digits; ++i) {
        text += i > 0 && i % digits_in_group == 0 ? " " : "";
        text += digits[i];
    }
    return text;
}

std::string name_of_author(const Bundle& bundle) {
    return on_one_line(bundle.author.text_at("name"));
}

/// The author's own, otherwise the practice's.
std::optional<std::string> contact_in(const Bundle& bundle, const char* key) {
    const auto own = text_or_nothing(bundle.author.text_at(key));
    return own ? own : text_or_nothing(bundle.practice.text_at(key));
}

bool is_sender(const Provider& provider, const Bundle& bundle) {
    return provider.uuid == bundle.author.text_at("uuid") ||
           (fold(provider.name) == fold(name_of_author(bundle)) &&
            fold(provider.organisation.value_or("")) ==
                fold(on_one_line(bundle.practice.text_at("name"))));
}

Provider new_sender(Session& session, const Bundle& bundle) {
    Provider provider;
    provider.uuid = bundle.author.text_at("uuid");
    provider.name = name_of_author(bundle);
    provider.profession =
        ProfessionNames{session}.find(bundle.author.text_at("profession")).value_or("other");
    provider.organisation = text_or_nothing(on_one_line(bundle.practice.text_at("name")));
    provider.address = text_or_nothing(bundle.practice.text_at("address"));
    provider.phone = contact_in(bundle, "phone");
    provider.email = contact_in(bundle, "email");
    provider.preferred_way = "bundle";
    provider.created_at = session.now();
    provider.id = insert_provider(session.db(), provider);
    session.report(
        "added to the directory: " + provider.id.str() + ", " + provider.name +
        "; to complete it: praxis provider edit " + provider.id.str()
    );
    return provider;
}

} // namespace

std::string describe_signature(const Bundle& bundle) {
    return "signed by " + visible(name_of_author(bundle)) + " with the key " +
           in_groups(bundle.signature.public_key);
}

Provider take_sender(Session& session, const Bundle& bundle) {
    const auto known = all_providers_ever(session.db());
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& provider) {
        return is_sender(provider, bundle);
    });
    if (found == known.end()) {
        return new_sender(session, bundle);
    }
    return found->merged_into ? get_provider(session.db(), *found->merged_into) : *found;
}

} // namespace praxis::referrals
