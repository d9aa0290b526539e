// SPDX-License-Identifier: MIT
/// The options that describe a client: `client add` and `client edit` take the same.
#pragma once
#include "client_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis::clients {

struct ClientOptions {
    OptionText given, family, full_name, preferred_name, pronouns, born, gender;
    OptionText address, phone, email, language, occupation;
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
        "the whole name, where it is written otherwise"
    );
    add_option(
        options,
        &Args::preferred_name,
        "preferred-name",
        "NAME",
        "how the client likes to be called"
    );
    add_option(options, &Args::pronouns, "pronouns", "WORDS", "such as she/her");
    add_option(options, &Args::born, "born", "DATE", "birth date");
    add_option(options, &Args::gender, "gender", "WORD", "in the client's own word");
    add_option(options, &Args::address, "address", "TEXT", "postal address");
    add_option(options, &Args::phone, "phone", "NUMBER", "phone number");
    add_option(options, &Args::email, "email", "ADDRESS", "email address");
    add_option(options, &Args::language, "language", "CODE", "BCP 47 code: en, es, pt-BR");
    add_option(
        options, &Args::occupation, "occupation", "TEXT", "work, also what it asks of the body"
    );
    add_option(
        options, &Args::emergency_name, "emergency-name", "NAME", "whom to call in an emergency"
    );
    add_option(options, &Args::emergency_phone, "emergency-phone", "NUMBER", "their phone number");
    add_option(options, &Args::emergency_relation, "emergency-relation", "WORD", "such as sister");
    add_option(options, &Args::guardian, "guardian", "NAME", "who decides for a client under 18");
    add_option(options, &Args::guardian_relation, "guardian-relation", "WORD", "such as mother");
    add_option(
        options,
        &Args::guardian_permission,
        "guardian-permission",
        "DATE",
        "when they gave permission"
    );
    add_option(options, &Args::referral_source, "referral-source", "TEXT", "who sent the client");
    add_option(
        options,
        &Args::other_products,
        "other-products",
        "TEXT",
        "CBD, supplements and the like in use"
    );
    add_option(
        options, &Args::notes, "notes", "TEXT", "remarks of the practice; in no letter to others"
    );
}

bool any_given(const ClientOptions& options);

/// Puts what was given into the row.
/// errors  UsageError: no date; Refused: a birth date that cannot be, no name left, an email
///         address or language code that is none, a permission without a guardian
void apply(Session& session, const ClientOptions& options, ClientRow& client);

} // namespace praxis::clients
