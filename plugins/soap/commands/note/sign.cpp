// SPDX-License-Identifier: MIT
#include "note_signing.hpp"
#include "note_writing.hpp"
#include "template.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
    std::optional<std::string> meaning;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options
        .option(&Args::meaning, "meaning", "WORD", "what the signature says; author unless given")
        .choices({"author", "reviewer"});
}

Result run(Session& session, const Args& args) {
    auto note = soap::get_note(session, args.note);
    soap::sign(session, soap::TemplateBook::load(session), note, args.meaning.value_or("author"));
    return Message{
        note.id.str(),
        Value::Object{
            {"id", note.id.str()},
            {"uuid", note.uuid},
            {"signed_at", note.signature->at.iso()},
            {"digest", note.signature->digest}}};
}

} // namespace

Card note_sign_command() {
    return command<Args>({
        .summary = "sign a note, which freezes it for ever",
        .details =
            "Refused, with everything that is missing and the commands that mend it, until the "
            "note is complete, the client's conditions were asked for and consent is recorded. "
            "Afterwards the note never changes: amendments are added to it.",
        .examples = {"praxis note sign N-0001", "praxis note sign N-0001 --meaning reviewer"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
