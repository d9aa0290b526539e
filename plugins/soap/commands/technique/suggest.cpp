// SPDX-License-Identifier: MIT
#include "rules/suggestions.hpp"
#include "write/completions.hpp"

#include <praxis/command.hpp>

namespace praxis {

namespace {

using Args = soap::suggest::Question;

void options(Options<Args>& words) {
    words.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::technique, "technique", "ID", "of that technique alone")
        .letter('t')
        .completed_by(soap::complete_technique)
        .option(
            &Args::complaint, "complaint", "ID", "for that complaint alone; all open ones otherwise"
        );
}

Result run(Session& session, const Args& args) {
    return soap::suggest::suggestions(session, args);
}

} // namespace

CommandSpec technique_suggest_command() {
    return command<Args>({
        .summary = "list what speaks for techniques and against them, for a client",
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
