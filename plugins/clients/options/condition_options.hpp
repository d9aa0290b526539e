// SPDX-License-Identifier: MIT
/// The options that describe a condition: `condition add` and `condition edit` take the same.
#pragma once
#include "health_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis::clients {

struct ConditionOptions {
    OptionText name, code, diagnosed_by, since, status, until, note;
};

/// Args  derives from ConditionOptions
template <class Args> void add_condition_options(Options<Args>& options) {
    const auto text =
        [&](OptionText Args::*member, const char* name, const char* value, const char* help) {
            options.option(member, name, value, help);
        };
    text(&Args::name, "name", "TEXT", "what it is called");
    text(&Args::code, "code", "CODE", "ICD-10-CM code, as somebody else reported it");
    text(&Args::diagnosed_by, "diagnosed-by", "WHO", "who gave the diagnosis");
    text(&Args::since, "since", "DATE", "since when: 2019, 2019-03 or a date");
    text(&Args::status, "status", "STATUS", "whether it is still there");
    options.choices({"active", "past"});
    text(&Args::until, "until", "DATE", "when it was last there; it is past from then on");
    text(&Args::note, "note", "TEXT", "what else to know");
}

bool any_given(const ConditionOptions& options);

/// Puts what was given into the row. One that ends now was there until today, unless it is said
/// otherwise: what was done before was done while it lasted.
/// errors  UsageError: no date; Refused: no name left, a code that is none, the same name twice,
///         an end before its beginning or of what is still there
void apply(Session& session, const ConditionOptions& options, ConditionRow& condition);

} // namespace praxis::clients
