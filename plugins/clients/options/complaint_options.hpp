// SPDX-License-Identifier: MIT
/// The options that describe a complaint, for `complaint add` and `complaint edit`.
#pragma once
#include "client_queries.hpp"
#include "complaint_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/body.hpp>
#include <praxis/command.hpp>

namespace praxis::clients {

struct ComplaintOptions {
    std::vector<std::string> causes;
    OptionText region, side, onset, onset_type, mechanism, chronic, title, text;
    std::vector<std::string> goals;
};

/// Args  derives from ComplaintOptions
template <class Args> void add_complaint_options(Options<Args>& options) {
    add_option(options, &Args::causes, "cause", "CAUSE", "contributing cause")
        .choices(all_causes());
    add_option(
        options,
        &Args::region,
        "region",
        "REGION",
        "region of the body: lower-back, or \"low back\""
    )
        .completed_by([](const Completing&) { return all_regions(); });
    add_option(options, &Args::side, "side", "SIDE", "side of the region").choices(all_sides());
    add_option(options, &Args::onset, "onset", "DATE", "day, month or year in which it began");
    add_option(options, &Args::onset_type, "onset-type", "TYPE", "how it began")
        .choices({"sudden", "gradual"});
    add_option(options, &Args::mechanism, "mechanism", "HOW", "how the injury happened")
        .choices({"accident", "sport", "repetitive"});
    add_option(
        options,
        &Args::chronic,
        "chronic",
        "ANSWER",
        "as the client states (default: more than 12 weeks since onset)"
    )
        .choices({"yes", "no"});
    add_option(options, &Args::title, "title", "TEXT", "title (default: region and side)");
    add_option(options, &Args::text, "text", "TEXT", "the complaint in the client's own words");
    add_option(options, &Args::goals, "goal", "TEXT", "goal of the client");
}

bool any_given(const ComplaintOptions& options);

/// Puts the options into the row of that client.
/// errors  UsageError: not a date or region; Refused: neither region nor title, a side without a
///         region, a mechanism without an injury, an unknown cause beside known ones, an
///         impossible onset
void apply(
    Session& session,
    const ComplaintOptions& options,
    const ClientRow& client,
    ComplaintRow& complaint
);

} // namespace praxis::clients
