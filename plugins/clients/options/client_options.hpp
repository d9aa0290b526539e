// SPDX-License-Identifier: MIT
/// The options that describe a client, for `client add` and `client edit`.
#pragma once
#include "client_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::clients {

struct ClientOptions {
    OptionText given, family, full_name, preferred_name, pronouns, born, gender;
    OptionText address, contact_by, language, occupation;
    std::vector<std::string> phones, emails;
    OptionText emergency_name, emergency_phone, emergency_relation;
    OptionText guardian, guardian_relation, guardian_permission;
    OptionText referral_source, other_products, notes;
};

/// Args  derives from ClientOptions
template <class Args> void add_client_options(Options<Args>& options) {
    add_option(options, &Args::given, "given", "NAME", "given name");
    add_option(options, &Args::family, "family", "NAME", "family name");
    add_option(
        options,
        &Args::full_name,
        "full-name",
        "NAME",
        "full name, if it is not given name, then family name"
    );
    add_option(
        options, &Args::preferred_name, "preferred-name", "NAME", "name that the client prefers"
    );
    add_option(options, &Args::pronouns, "pronouns", "TEXT", "such as she/her");
    add_option(options, &Args::born, "born", "DATE", "birth date: 1962-03-05, 1962-03 or 1962");
    add_option(options, &Args::gender, "gender", "TEXT", "in the client's own term");
    add_option(options, &Args::address, "address", "TEXT", "postal address");
    add_option(
        options,
        &Args::phones,
        "phone",
        "[KIND:]NUMBER",
        "phone number; repeat it for several, the one to try first in front; KIND is mobile, home, "
        "work or other"
    );
    add_option(options, &Args::emails, "email", "[KIND:]ADDRESS", "email address, as --phone");
    add_option(
        options, &Args::contact_by, "contact-by", "WAY", "how the client prefers to be contacted"
    )
        .choices({"phone", "email", "sms", "post", "none"});
    add_option(options, &Args::language, "language", "CODE", "BCP 47 code: en, es, pt-BR");
    add_option(options, &Args::occupation, "occupation", "TEXT", "work and its physical demands");
    add_option(options, &Args::emergency_name, "emergency-name", "NAME", "emergency contact");
    add_option(
        options,
        &Args::emergency_phone,
        "emergency-phone",
        "NUMBER",
        "phone number of the emergency contact"
    );
    add_option(options, &Args::emergency_relation, "emergency-relation", "TEXT", "such as sister");
    add_option(
        options, &Args::guardian, "guardian", "NAME", "person who decides for a client under 18"
    );
    add_option(options, &Args::guardian_relation, "guardian-relation", "TEXT", "such as mother");
    add_option(
        options,
        &Args::guardian_permission,
        "guardian-permission",
        "DATE",
        "date of the guardian's permission"
    );
    add_option(
        options,
        &Args::referral_source,
        "referral-source",
        "TEXT",
        "person or source that referred the client"
    );
    add_option(
        options,
        &Args::other_products,
        "other-products",
        "TEXT",
        "other products in use: CBD, supplements"
    );
    add_option(
        options, &Args::notes, "notes", "TEXT", "remarks of the practice; not included in letters"
    );
}

bool any_given(const ClientOptions& options);

/// Puts the options into the row.
/// errors  UsageError: not a date; Refused: an impossible birth date, no name left, an invalid
///         number, email address or language code, a way of contact without a number or address, a
///         permission without a guardian
void apply(Session& session, const ClientOptions& options, ClientRow& client);

} // namespace praxis::clients
