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
        .details =
            "Holds the client's complaints, conditions, medications, allergies, other products, "
            "age, consents and signed notes against rules (text files; a data plugin can bring "
            "more). Each finding is a row with its reason and source: stop, no consent, keep off "
            "the place, caution, tried before, fits. It decides nothing, and refuses nothing. "
            "Medicines and conditions are found by their names; one that no rule lists says "
            "nothing. What is over, plainly denied (\"no thrombosis\") or in the family alone "
            "(\"mother had cancer\") is a caution that asks whether that is so. What was never "
            "asked stands in front. A rule that no qualified therapist has "
            "looked at says so. `--fields technique,why,citations` shows the sources in full.",
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
