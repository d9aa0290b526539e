// SPDX-License-Identifier: MIT
#include "rules/suggestions.hpp"
#include "write/completions.hpp"

#include <praxis/command.hpp>

namespace praxis {

namespace {

using Args = soap::suggest::Question;

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::technique, "technique", "ID", "this technique only")
        .letter('t')
        .completed_by(soap::complete_technique)
        .option(
            &Args::complaint, "complaint", "ID", "this complaint only (default: all open ones)"
        );
}

Result run(Session& session, const Args& args) {
    return soap::suggest::list_suggestions(session, args);
}

} // namespace

CommandSpec technique_suggest_command() {
    return command<Args>({
        .summary = "list reasons for and against techniques, for a client",
        .examples =
            {"praxis technique suggest maria",
             "praxis technique suggest maria --technique deep-tissue --complaint CO-0001",
             "praxis technique suggest maria --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
