// SPDX-License-Identifier: MIT
#include "show/note_document.hpp"
#include "show/note_value.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
}

Result run(Session& session, const Args& args) {
    return soap::note_view(session, soap::get_note(session, args.note));
}

} // namespace

CommandSpec note_show_command() {
    return command<Args>({
        .summary = "show a note with its amendments",
        .details = "A signed note shows client, therapist and practice as they were when it was "
                   "signed. praxis verifies its signature each time.",
        .examples = {"praxis note show N-0001", "praxis note show N-0001 --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
