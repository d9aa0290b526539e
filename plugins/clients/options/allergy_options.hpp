// SPDX-License-Identifier: MIT
/// The options that describe an allergy: `allergy add` and `allergy edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "options/option_text.hpp"

namespace praxis::clients {

struct AllergyOptions {
    using Row = AllergyRow;
    OptionText substance, kind, reaction, severity;

    /// Args  derives from AllergyOptions
    template <class Args> static void declare(Options<Args>& options) {
        add_option(
            options, &Args::substance, "substance", "TEXT", "what the client does not tolerate"
        );
        add_option(options, &Args::kind, "kind", "KIND", "which of the two")
            .choices({"allergy", "intolerance"});
        add_option(options, &Args::reaction, "reaction", "TEXT", "what happens");
        add_option(options, &Args::severity, "severity", "HOW", "how bad the reaction is")
            .choices({"mild", "moderate", "severe"});
    }
};

/// Puts what was given into the row.
/// errors  Refused: no substance left, the same substance twice
void apply(Session& session, const AllergyOptions& options, AllergyRow& allergy);

} // namespace praxis::clients
