// SPDX-License-Identifier: MIT
/// The options that describe a medication, for `medication add` and `medication edit`.
#pragma once
#include "health_queries.hpp"
#include "options/concept_options.hpp"
#include "options/option_text.hpp"

namespace praxis::clients {

struct MedicationOptions {
    using Row = MedicationRow;
    OptionText name, dose, reason, kind, since, until, concepts, state;

    /// Args  derives from MedicationOptions
    template <class Args> static void declare(Options<Args>& options) {
        add_option(options, &Args::name, "name", "TEXT", "name of the medication or product");
        add_option(options, &Args::dose, "dose", "TEXT", "amount and frequency");
        add_option(options, &Args::reason, "reason", "TEXT", "reason for taking it");
        add_option(options, &Args::kind, "kind", "KIND", "kind of product")
            .choices(
                {"prescription", "over-the-counter", "supplement", "herbal", "topical", "other"}
            );
        add_option(options, &Args::since, "since", "DATE", "start: 2019, 2019-03 or a date");
        add_option(options, &Args::until, "until", "DATE", "last day it is taken");
        declare_concepts(options);
    }
};

/// Puts the options into the row, except the name.
/// errors  UsageError: not a date; Refused: an end before the start
void apply(Session& session, const MedicationOptions& options, MedicationRow& medication);

/// What the rules can understand of the row.
inline TextOfRow text_of(const MedicationRow& row) {
    return {row.name, TextField::medication, row.since.value_or("")};
}

} // namespace praxis::clients
