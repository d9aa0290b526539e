// SPDX-License-Identifier: MIT
#include "show/note_check.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
    std::optional<std::string> profile;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options.option(
        &Args::profile,
        "profile",
        "ID",
        "content rules to check against (default: those of the practice)"
    );
}

Result run(Session& session, const Args& args) {
    return soap::check_view(
        session, soap::check_note(session, soap::get_note(session, args.note), args.profile)
    );
}

} // namespace

CommandSpec note_check_command() {
    return command<Args>({
        .summary = "list what a note needs and what looks wrong in it",
        .examples =
            {"praxis note check N-0001",
             "praxis note check N-0001 --profile michigan",
             "praxis note check N-0001 --json"},
        .exits = {{Exit::done, "checked, even when something is missing"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
