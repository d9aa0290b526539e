// SPDX-License-Identifier: MIT
#include "delivery.hpp"

#include <praxis/soap/notes.hpp>

namespace praxis {
namespace {

struct Args : exports::DeliveryArgs {
    std::string note;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number, such as N-0001");
    exports::delivery_options(options);
}

Result run(Session& session, const Args& args) {
    const auto& format = exports::format_of(args, "note");
    const auto note = session.get<soap::Notes>().whole_note(session, args.note);
    auto bytes = format.name == "json" ? to_json(note.data, 2) + "\n"
                                       : exports::rendered(session, note.document, format, args);
    return exports::hand_over(
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
        .details = "Amendments come with the note they belong to. A note that is not signed is "
                   "marked DRAFT on every page. The disclosure ledger keeps what left, for whom "
                   "and for what.",
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
