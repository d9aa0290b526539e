// SPDX-License-Identifier: MIT
#include "note/note.hpp"
#include "note/note_deadline.hpp"
#include "note/note_templates.hpp"
#include "template/template.hpp"
#include "write/field_options.hpp"
#include "write/note_form.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>

namespace praxis {
namespace {

struct Args : soap::FieldArgs {
    std::string note;
    std::optional<std::string> from;
    soap::NoteInput input;            // set by prepare()
    std::optional<soap::Note> opened; // the draft that the editor showed
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options
        .option(
            &Args::from, "from", "FILE", "a note file that replaces the draft; - is standard input"
        )
        .letter('f');
    soap::add_field_options(
        options, "change one field; an empty value removes it, block.2= the whole block"
    );
}

void prepare(Session& session, Args& args) {
    const auto note = soap::get_note(session, args.note);
    soap::refuse_signed(note);
    auto& input = args.input;
    input.work = args.work;
    input.sets = args.sets;
    input.before = note.body;
    if (args.from) {
        input.source = soap::source_name(*args.from);
        input.is_file = true;
        input.text = session.read_text(*args.from);
        return;
    }
    input.source = note.id.str();
    args.opened = note;
    if (!args.sets.empty() || !args.work.empty()) {
        const auto book = soap::TemplateBook::load(session);
        input.text = soap::note_as_toml(note.body, soap::templates_for(note.body, book));
        return;
    }
    input.text = soap::edit_draft(session, soap::TemplateBook::load(session), note);
}

Result run(Session& session, const Args& args) {
    auto note = soap::get_note(session, args.note);
    soap::refuse_signed(note);
    if (args.opened) {
        if (const auto conflict = soap::find_conflicting_change(session, *args.opened)) {
            throw Refused(*conflict + "; nothing was stored", "praxis note edit " + note.id.str());
        }
    }
    const auto book = soap::TemplateBook::load(session);
    note.body = soap::read_note_input(session, book, args.input);
    soap::refuse_locked(session, note);
    soap::store_draft(session, book, note);
    return Message{note.id.str(), Value::Object{{"id", note.id.str()}, {"uuid", note.uuid}}};
}

} // namespace

CommandSpec note_edit_command() {
    return command<Args>({
        .summary = "change a draft",
        .examples =
            {"praxis note edit N-0001",
             "praxis note edit N-0001 --from note.toml",
             "praxis note edit N-0001 -s plan.next_visit=monday",
             "praxis note edit N-0001 -s block.2= -s block.3.minutes=15"},
        .exits = {{Exit::refused, "the note is signed, has a wrong value, or changed meanwhile"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
