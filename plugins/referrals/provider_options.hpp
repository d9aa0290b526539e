// SPDX-License-Identifier: MIT
/// The options that `provider add` and `provider edit` share.
#pragma once
#include "provider.hpp"

#include <praxis/command.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

struct ProviderOptions {
    using Text = std::optional<std::string>;
    Text name;
    Text profession;
    Text title;
    Text credentials;
    Text salutation;
    Text organisation;
    Text address;
    Text phone;
    Text email;
    Text fax;
    Text prefer;
    std::vector<std::string> languages;
    Text accepts;
    Text notes;
};

std::vector<std::string> complete_profession(const Completing& half);
std::vector<std::string> complete_way(const Completing& half);
std::vector<std::string> complete_yes_or_no(const Completing& half);

/// Declares name and profession of an Args that derives from ProviderOptions.
template <class Args> void add_provider_name(Options<Args>& given, bool required) {
    given.template option<std::optional<std::string>>(
        &ProviderOptions::name, "name", "NAME", "name as it appears in letters"
    );
    if (required) {
        given.required();
    }
    given.template option<std::optional<std::string>>(
        &ProviderOptions::profession,
        "profession",
        "PROFESSION",
        "their profession, such as chiropractor, GP or physio"
    );
    given.completed_by(complete_profession);
    if (required) {
        given.required();
    }
}

/// Declares the other options.
template <class Args> void add_provider_options(Options<Args>& given) {
    using Given = ProviderOptions;
    const auto add = [&given]<class T>(
                         T Given::*member, const char* name, const char* value, const char* help
                     ) -> Options<Args>& {
        return given.template option<T>(member, name, value, help);
    };
    add(&Given::title, "title", "TEXT", "in front of the name: Dr.");
    add(&Given::credentials, "credentials", "TEXT", "behind the name: DC");
    add(&Given::salutation, "salutation", "TEXT", "first line of a letter: Dear Dr. Kim");
    add(&Given::organisation, "organisation", "NAME", "clinic or practice");
    add(&Given::address, "address", "TEXT", "postal address, line by line");
    add(&Given::phone, "phone", "NUMBER", "phone number");
    add(&Given::email, "email", "ADDRESS", "e-mail address");
    add(&Given::fax, "fax", "NUMBER", "fax number");
    add(&Given::prefer, "prefer", "WAY", "how they prefer letters: print, fax, email or hand")
        .completed_by(complete_way);
    add(&Given::languages, "language", "CODE", "a language they speak, BCP 47: es");
    add(&Given::accepts, "accepts-new-clients", "YES|NO", "whether they take new clients")
        .completed_by(complete_yes_or_no);
    add(&Given::notes, "notes", "TEXT", "for the practice only; never in a letter");
}

bool has_changes(const ProviderOptions& options);

/// Changes the fields whose options are present; an empty text clears a field.
/// errors  UsageError, Refused: a value is not valid
void apply_options(Session& session, Provider& provider, const ProviderOptions& options);

} // namespace praxis::referrals
