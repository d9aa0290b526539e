// SPDX-License-Identifier: MIT
/// The options that describe a condition: `condition add` and `condition edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "options/option_text.hpp"

namespace praxis::clients {

struct ConditionOptions {
    using Row = ConditionRow;
    OptionText name, code, diagnosed_by, since, status, until, note;

    /// Args  derives from ConditionOptions
    template <class Args> static void declare(Options<Args>& options) {
        add_option(options, &Args::name, "name", "TEXT", "what it is called");
        add_option(
            options, &Args::code, "code", "CODE", "ICD-10-CM code, as somebody else reported it"
        );
        add_option(options, &Args::diagnosed_by, "diagnosed-by", "WHO", "who gave the diagnosis");
        add_option(options, &Args::since, "since", "DATE", "since when: 2019, 2019-03 or a date");
        add_option(options, &Args::status, "status", "STATUS", "whether it is still there")
            .choices({"active", "past"});
        add_option(
            options,
            &Args::until,
            "until",
            "DATE",
            "when it was last there; it is past from then on"
        );
        add_option(options, &Args::note, "note", "TEXT", "what else to know");
    }
};

/// Puts what was given into the row. One that ends now was there until today, unless it is said
/// otherwise: what was done before was done while it lasted.
/// errors  UsageError: no date; Refused: no name left, a code that is none, the same name twice,
///         an end before its beginning or of what is still there
void apply(Session& session, const ConditionOptions& options, ConditionRow& condition);

} // namespace praxis::clients
