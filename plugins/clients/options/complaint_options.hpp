// SPDX-License-Identifier: MIT
/// The options that describe a complaint: `complaint add` and `complaint edit` take the same.
#pragma once
#include "client_queries.hpp"
#include "complaint_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/body.hpp>
#include <praxis/command.hpp>

namespace praxis::clients {

struct ComplaintOptions {
    std::vector<std::string> causes;
    OptionText region, side, onset, onset_type, mechanism, chronic, title;
    std::vector<std::string> goals;
};

/// Args  derives from ComplaintOptions
template <class Args> void add_complaint_options(Options<Args>& options) {
    const auto text =
        [&](OptionText Args::*member, const char* name, const char* value, const char* help) {
            options.option(member, name, value, help);
        };
    const auto list = [&](std::vector<std::string> Args::*member,
                          const char* name,
                          const char* value,
                          const char* help) { options.option(member, name, value, help); };
    list(&Args::causes, "cause", "CAUSE", "what plays a part");
    options.choices(all_causes());
    text(&Args::region, "region", "REGION", "where it is: lower-back, or \"low back\"");
    options.completed_by([](const Completing&) { return all_regions(); });
    text(&Args::side, "side", "SIDE", "which side of it");
    options.choices(all_sides());
    text(&Args::onset, "onset", "DATE", "when it began");
    text(&Args::onset_type, "onset-type", "TYPE", "how it began");
    options.choices({"sudden", "gradual"});
    text(&Args::mechanism, "mechanism", "HOW", "how the injury came about");
    options.choices({"accident", "sport", "repetitive"});
    text(&Args::chronic, "chronic", "ANSWER", "as stated; else longer than 12 weeks since onset");
    options.choices({"yes", "no"});
    text(&Args::title, "title", "TEXT", "a name of its own; else made of region and side");
    list(&Args::goals, "goal", "TEXT", "what the client wants to reach");
}

bool any_given(const ComplaintOptions& options);

/// Puts what was given into the row of that client.
/// errors  UsageError: no date, no region; Refused: neither region nor title, a side without a
/// region, a
///         mechanism without an injury, an unknown cause beside known ones, an onset that cannot be
void apply(
    Session& session,
    const ComplaintOptions& options,
    const ClientRow& client,
    ComplaintRow& complaint
);

} // namespace praxis::clients
