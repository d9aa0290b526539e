// SPDX-License-Identifier: MIT
/// The options that describe a medication: `medication add` and `medication edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis::clients {

struct MedicationOptions {
    OptionText name, dose, reason, kind, since, until;
};

/// Args  derives from MedicationOptions
template <class Args> void add_medication_options(Options<Args>& options) {
    const auto text =
        [&](OptionText Args::*member, const char* name, const char* value, const char* help) {
            options.option(member, name, value, help);
        };
    text(&Args::name, "name", "TEXT", "what it is called");
    text(&Args::dose, "dose", "TEXT", "how much and how often");
    text(&Args::reason, "reason", "TEXT", "what it is taken for");
    text(&Args::kind, "kind", "KIND", "what kind it is");
    options.choices({"prescription", "over-the-counter", "supplement", "herbal", "topical", "other"}
    );
    text(&Args::since, "since", "DATE", "since when: 2019, 2019-03 or a date");
    text(&Args::until, "until", "DATE", "the last day it is taken");
}

bool any_given(const MedicationOptions& options);

/// Puts what was given into the row.
/// errors  UsageError: no date; Refused: no name left, an end before the beginning, the same name
///         twice among what is taken at present
void apply(Session& session, const MedicationOptions& options, MedicationRow& medication);

} // namespace praxis::clients
