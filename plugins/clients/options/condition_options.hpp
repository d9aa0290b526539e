// SPDX-License-Identifier: MIT
/// The options that describe a condition, for `condition add` and `condition edit`.
#pragma once
#include "health_queries.hpp"
#include "options/concept_options.hpp"
#include "options/option_text.hpp"

namespace praxis::clients {

struct ConditionOptions {
    using Row = ConditionRow;
    OptionText name, code, diagnosed_by, since, status, until, note, concepts, state;

    /// Args  derives from ConditionOptions
    template <class Args> static void declare(Options<Args>& options) {
        add_option(options, &Args::name, "name", "TEXT", "name of the condition");
        add_option(
            options,
            &Args::code,
            "code",
            "CODE",
            "ICD-10-CM code from the professional who diagnosed it"
        );
        add_option(
            options,
            &Args::diagnosed_by,
            "diagnosed-by",
            "WHO",
            "professional who made the diagnosis"
        );
        add_option(options, &Args::since, "since", "DATE", "start: 2019, 2019-03 or a date");
        add_option(options, &Args::status, "status", "STATUS", "whether it is current")
            .choices({"active", "past"});
        add_option(
            options, &Args::until, "until", "DATE", "when it was last present; makes it past"
        );
        add_option(options, &Args::note, "note", "TEXT", "remark");
        declare_concepts(options);
    }
};

/// Puts the options into the row, except the name. A condition that becomes past today was present
/// until today, unless --until gives another day: earlier sessions took place while it lasted.
/// errors  UsageError: not a date; Refused: an invalid code, an end before the start, an active
///         condition with an end
void apply(Session& session, const ConditionOptions& options, ConditionRow& condition);

/// What the rules can understand of the row.
inline TextOfRow text_of(const ConditionRow& row) {
    return {row.name, TextField::condition, row.since.value_or(""), row.code.value_or("")};
}

} // namespace praxis::clients
