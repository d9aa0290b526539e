// SPDX-License-Identifier: MIT
/// The options that describe an allergy, for `allergy add` and `allergy edit`.
#pragma once
#include "health_queries.hpp"
#include "options/concept_options.hpp"
#include "options/option_text.hpp"

namespace praxis::clients {

struct AllergyOptions {
    using Row = AllergyRow;
    OptionText substance, kind, reaction, severity, concepts, state;

    /// Args  derives from AllergyOptions
    template <class Args> static void declare(Options<Args>& options) {
        add_option(
            options, &Args::substance, "name", "TEXT", "substance that the client does not tolerate"
        );
        add_option(options, &Args::kind, "kind", "KIND", "allergy or intolerance")
            .choices({"allergy", "intolerance"});
        add_option(options, &Args::reaction, "reaction", "TEXT", "reaction to the substance");
        add_option(options, &Args::severity, "severity", "HOW", "severity of the reaction")
            .choices({"mild", "moderate", "severe"});
        declare_concepts(options);
    }
};

/// Puts the options into the row, except the substance.
void apply(Session& session, const AllergyOptions& options, AllergyRow& allergy);

/// What the rules can understand of the row.
inline TextOfRow text_of(const AllergyRow& row) {
    return {row.substance, TextField::allergy};
}

} // namespace praxis::clients
