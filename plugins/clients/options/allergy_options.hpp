// SPDX-License-Identifier: MIT
/// The options that describe an allergy: `allergy add` and `allergy edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis::clients {

struct AllergyOptions {
    OptionText substance, kind, reaction, severity;
};

/// Args  derives from AllergyOptions
template <class Args> void add_allergy_options(Options<Args>& options) {
    const auto text =
        [&](OptionText Args::*member, const char* name, const char* value, const char* help) {
            options.option(member, name, value, help);
        };
    text(&Args::substance, "substance", "TEXT", "what the client does not tolerate");
    text(&Args::kind, "kind", "KIND", "which of the two");
    options.choices({"allergy", "intolerance"});
    text(&Args::reaction, "reaction", "TEXT", "what happens");
    text(&Args::severity, "severity", "HOW", "how bad the reaction is");
    options.choices({"mild", "moderate", "severe"});
}

bool any_given(const AllergyOptions& options);

/// Puts what was given into the row.
/// errors  Refused: no substance left, the same substance twice
void apply(Session& session, const AllergyOptions& options, AllergyRow& allergy);

} // namespace praxis::clients
