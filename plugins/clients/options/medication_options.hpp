// SPDX-License-Identifier: MIT
/// The options that describe a medication: `medication add` and `medication edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "options/option_text.hpp"

namespace praxis::clients {

struct MedicationOptions {
    using Row = MedicationRow;
    OptionText name, dose, reason, kind, since, until;

    /// Args  derives from MedicationOptions
    template <class Args> static void declare(Options<Args>& options) {
        add_option(options, &Args::name, "name", "TEXT", "what it is called");
        add_option(options, &Args::dose, "dose", "TEXT", "how much and how often");
        add_option(options, &Args::reason, "reason", "TEXT", "what it is taken for");
        add_option(options, &Args::kind, "kind", "KIND", "what kind it is")
            .choices(
                {"prescription", "over-the-counter", "supplement", "herbal", "topical", "other"}
            );
        add_option(options, &Args::since, "since", "DATE", "since when: 2019, 2019-03 or a date");
        add_option(options, &Args::until, "until", "DATE", "the last day it is taken");
    }
};

/// Puts what was given into the row.
/// errors  UsageError: no date; Refused: no name left, an end before the beginning, the same name
///         twice among what is taken at present
void apply(Session& session, const MedicationOptions& options, MedicationRow& medication);

} // namespace praxis::clients
