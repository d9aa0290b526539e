// SPDX-License-Identifier: MIT
/// The options that describe an allergy: `allergy add` and `allergy edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "words/words.hpp"

#include <praxis/command.hpp>

namespace praxis::clients {

struct AllergyWords {
    Word substance, kind, reaction, severity;
};

/// Args  derives from AllergyWords
template <class Args> void add_allergy_options(Options<Args>& options) {
    const auto text = [&](Word Args::*member, const char* name, const char* value, const char* help
                      ) { options.option(member, name, value, help); };
    text(&Args::substance, "substance", "TEXT", "what the client does not tolerate");
    text(&Args::kind, "kind", "KIND", "which of the two");
    options.choices({"allergy", "intolerance"});
    text(&Args::reaction, "reaction", "TEXT", "what happens");
    text(&Args::severity, "severity", "HOW", "how bad the reaction is");
    options.choices({"mild", "moderate", "severe"});
}

bool any_given(const AllergyWords& words);

/// Puts what was given into the row.
/// errors  Refused: no substance left, the same substance twice
void apply(Session& session, const AllergyWords& words, AllergyRow& allergy);

} // namespace praxis::clients
