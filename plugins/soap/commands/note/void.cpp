// SPDX-License-Identifier: MIT
#include "note/note_queries.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
    std::string reason;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options.option(&Args::reason, "reason", "TEXT", "why the note does not count").required();
}

void check(const Args& args, const soap::Note& note) {
    if (trim(args.reason).empty()) {
        throw UsageError("give a --reason: it must not be empty");
    }
    if (!note.signature) {
        throw Refused(
            note.id.str() + " is a draft: remove it", "praxis note remove " + note.id.str()
        );
    }
    if (const auto* voided = soap::find_void(note)) {
        throw Refused(
            note.id.str() + " is void already: " + soap::void_text(*voided),
            "praxis note show " + note.id.str()
        );
    }
}

Result run(Session& session, const Args& args) {
    const auto note = soap::get_note(session, args.note);
    check(args, note);
    const auto& author = session.user();
    const soap::Amendment amendment{
        .uuid = session.new_uuid(),
        .note = note.id,
        .kind = "void",
        .at = session.civil_now(),
        .author = author.id,
        .author_name = author.name,
        .reason = trim(args.reason),
        .text = "This note is void.",
    };
    soap::insert_amendment(session.db(), amendment);
    session.report(
        note.id.str() + " of " + note.client.str() + ", session of " + note.began.civil().str() +
        ", is void: it is kept, and no longer counts"
    );
    return Message{
        note.id.str(),
        Value::Object{{"id", note.id.str()}, {"amendment_uuid", amendment.uuid}, {"void", true}}};
}

} // namespace

CommandSpec note_void_command() {
    return command<Args>({
        .summary = "void a signed note: it is kept, and does not count",
        .details =
            "For a note that was signed twice, or for the wrong client. Nothing of the signed note "
            "changes. Lists, counts, letters, courses, charts and suggestions leave it out. `note "
            "show`, `note list --all` and the client's chart show that it is void, with the "
            "reason, "
            "author and time. A void note stays void: write a new note instead.",
        .examples = {"praxis note void N-0004 --reason \"signed twice, see N-0003\""},
        .exits = {{Exit::refused, "the note is a draft, or is void already"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
