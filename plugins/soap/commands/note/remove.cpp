// SPDX-License-Identifier: MIT
#include "note/note_deadline.hpp"
#include "note/note_queries.hpp"
#include "show/note_facts.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the number of a draft");
}

/// What is lost: the client, the session and the work, as the preview shows them.
std::string describe(Session& session, const soap::Note& note) {
    const auto client = session.get<clients::Directory>().get(session, note.client);
    auto text = note.id.str() + " of " + note.client.str() + " " + client.full_name +
                ", session of " + note.began.civil().str() + ": " + join(note.techniques, ", ");
    const auto pain = soap::pain_text(note.pain_before, note.pain_after);
    text += pain.empty() ? "" : ", pain " + pain;
    return text + (note.length ? ", " + std::to_string(note.length->count()) + " min" : "");
}

Result run(Session& session, const Args& args) {
    const auto note = soap::get_note(session, args.note);
    soap::refuse_signed(note);
    soap::refuse_locked(session, note);
    soap::delete_draft(session.db(), note.id);
    session.report("removing the draft " + describe(session, note));
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
