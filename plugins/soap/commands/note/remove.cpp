// SPDX-License-Identifier: MIT
#include "note/note_deadline.hpp"
#include "note/note_queries.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the number of a draft");
}

Result run(Session& session, const Args& args) {
    const auto note = soap::get_note(session, args.note);
    soap::refuse_signed(note);
    soap::refuse_locked(session, note);
    soap::delete_draft(session.db(), note.id);
    session.report(
        "removing the draft " + note.id.str() + " of " + note.client.str() + ", session of " +
        note.began.civil().str()
    );
    return Message{"", Value::Object{{"id", note.id.str()}, {"removed", true}}};
}

} // namespace

CommandSpec note_remove_command() {
    return command<Args>({
        .summary = "remove a draft",
        .details = "Removes drafts only: a signed note is part of the record and stays.",
        .examples = {"praxis note remove N-0002"},
        .exits = {{Exit::refused, "the note is signed"}},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
