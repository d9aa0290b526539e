// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <praxis/soap/notes.hpp>

namespace praxis {
namespace {

struct Args : RecordOutput {
    std::string note;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number, such as N-0001");
    declare_record_output(options, complete_document_format);
}

Result run(Session& session, const Args& args) {
    const auto format = exports::choose_format(session, args, "note");
    const auto note = session.get<soap::Notes>().whole_note(session, args.note);
    auto bytes = format == "json" ? to_json(note.view.data(), 2) + "\n"
                                  : exports::render(session, note.view.document(), format, args);
    return exports::disclose(
        session,
        args,
        format,
        note.client,
        (note.draft ? "draft note " : "note ") + note.id.str(),
        std::move(bytes)
    );
}

} // namespace

CommandSpec export_note_command() {
    return command<Args>({
        .summary = "write one note to a file",
        .details = "The note is written with its amendments. An unsigned note is marked DRAFT on "
                   "every page. The disclosure ledger records each export, its recipient and its "
                   "purpose.",
        .examples =
            {"praxis export note N-0001 -o note.pdf",
             "praxis export note N-0001 --as md",
             "praxis export note N-0001 -o note.html --recipient \"Spine Clinic\" "
             "--purpose treatment"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
