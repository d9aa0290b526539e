// SPDX-License-Identifier: MIT
#include "provider_options.hpp"

#include "fields.hpp"
#include "profession_names.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

void set_way(Provider& provider, const std::optional<std::string>& option) {
    set_text(provider.preferred_way, option);
    const auto& way = provider.preferred_way;
    if (way && std::find(ways().begin(), ways().end(), *way) == ways().end()) {
        throw UsageError("--prefer takes print, fax, email or hand", "for example --prefer print");
    }
}

void set_accepts(Provider& provider, const std::optional<std::string>& option) {
    if (!option) {
        return;
    }
    const auto answer = fold(trim(*option));
    if (answer.empty()) {
        provider.accepts_new_clients.reset();
    } else if (answer == "yes" || answer == "no") {
        provider.accepts_new_clients = answer == "yes";
    } else {
        throw UsageError(
            "--accepts-new-clients takes yes or no", "for example --accepts-new-clients yes"
        );
    }
}

void set_languages(Provider& provider, const std::vector<std::string>& given) {
    if (given.empty()) {
        return;
    }
    provider.languages.clear();
    for (const auto& language : texts_of(given)) {
        if (!is_language_tag(language)) {
            throw UsageError(
                "--language is not a BCP 47 code", "give one such as --language es or pt-BR"
            );
        }
        provider.languages.push_back(language);
    }
}

} // namespace

std::vector<std::string> complete_profession(const Completing& /*half*/) {
    return professions();
}

std::vector<std::string> complete_way(const Completing& /*half*/) {
    return ways();
}

std::vector<std::string> complete_yes_or_no(const Completing& /*half*/) {
    return {"yes", "no"};
}

bool has_changes(const ProviderOptions& options) {
    return options.name || options.profession || options.title || options.credentials ||
           options.salutation || options.organisation || options.address || options.phone ||
           options.email || options.fax || options.prefer || !options.languages.empty() ||
           options.accepts || options.notes;
}

void apply_options(Session& session, Provider& provider, const ProviderOptions& options) {
    if (options.name) {
        provider.name = trim(*options.name);
        if (provider.name.empty()) {
            throw UsageError("--name is empty", "give --name NAME");
        }
    }
    if (options.profession) {
        provider.profession = ProfessionNames{session}.get(*options.profession, "--profession");
    }
    set_text(provider.title, options.title);
    set_text(provider.credentials, options.credentials);
    set_text(provider.salutation, options.salutation);
    set_text(provider.organisation, options.organisation);
    set_text(provider.address, options.address);
    set_text(provider.phone, options.phone);
    set_text(provider.email, options.email);
    set_text(provider.fax, options.fax);
    set_text(provider.notes, options.notes);
    check_email(provider.email);
    set_way(provider, options.prefer);
    set_languages(provider, options.languages);
    set_accepts(provider, options.accepts);
}

} // namespace praxis::referrals
