// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "note/session_time.hpp"
#include "sign/store_new.hpp"
#include "write/asked_fields.hpp"
#include "write/client_alerts.hpp"
#include "write/field_options.hpp"
#include "write/note_form.hpp"
#include "write/note_starts.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : soap::FieldArgs {
    std::string client;
    std::optional<std::string> note;
    std::optional<std::string> complaint;
    std::optional<std::string> date;
    bool edit = false;
    std::optional<std::string> kind;
    std::vector<ContributedValue> starts; // --plan
    bool sign = false;
    bool another = false;
    soap::NoteInput input;                  // set by prepare()
    std::optional<soap::TemplateBook> book; // the same for the check and for storing
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::note, "note", "NOTE", "copy this note instead of the last signed one");
    options.option(&Args::complaint, "complaint", "ID", "the last session of that complaint");
    options.option(&Args::date, "date", "TIME", "when the session began: \"today 14:30\"");
    soap::add_kind_option(options);
    soap::add_start_options(options);
    soap::add_field_options(
        options, "one changed field: pain_now=4, plan.homecare=walking; block.2= removes block 2"
    );
    options.flag(&Args::edit, "edit", "edit the new note before it is stored");
    options.flag(&Args::sign, "sign", "sign the note at once").letter('S');
    options.flag(&Args::another, "another", "another session than the signed note of that time");
}

soap::Note find_source(Session& session, const Args& args, ClientId client) {
    if (!args.note) {
        return soap::last_signed_note(session, client, args.complaint);
    }
    auto note = soap::get_note(session, *args.note);
    if (note.client != client) {
        throw Refused(
            note.id.str() + " is not a note of " + client.str(),
            "praxis note list --client " + client.str()
        );
    }
    return note;
}

/// Amendments are not copied, and may correct the fields that are.
void report_amendments(Session& session, const soap::Note& source) {
    if (const auto* voided = find_void(source)) {
        session.report(source.id.str() + " is void: " + void_text(*voided));
    }
    if (!soap::without_void(source.amendments).empty()) {
        session.report(
            source.id.str() +
            " has amendments, which are not copied: check the copied fields "
            "(praxis note show " +
            source.id.str() + ")"
        );
    }
}

/// A complaint that was closed since then gets no new note.
void drop_closed_complaint(Session& session, const soap::Note& source, Value& body) {
    if (source.complaint &&
        session.get<clients::Directory>().get_complaint(session, *source.complaint).closed) {
        session.report(source.complaint->str() + " is closed: the new note has no complaint");
        body["complaint"] = Value{};
    }
}

/// Opens the editor on the note with the changes of the command line. They are reported as made
/// before the editor, because the therapist may change them there.
void edit(
    Session& session,
    const soap::TemplateBook& book,
    const soap::NoteTemplates& templates,
    Value body,
    soap::NoteInput& input
) {
    std::vector<std::string> understood;
    const auto touched = soap::apply_field_options(session, book, input, body, understood);
    for (const auto& line : understood) {
        session.report("before the editor: " + line);
    }
    soap::update_copied_fields(body, input.before, touched);
    input.work.clear();
    input.sets.clear();
    input.text = soap::note_as_toml(body, templates);
    input.text = soap::edit_note_input(session, book, input);
}

void prepare(Session& session, Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto proposal = soap::ask_for_start(session, client.id, args.starts);
    if (!args.complaint && !args.note && proposal.complaint) {
        args.complaint = proposal.complaint->str();
    }
    const auto source = find_source(session, args, client.id);
    report_amendments(session, source);
    const auto& book = args.book.emplace(soap::TemplateBook::load(session));
    const auto templates = soap::templates_for(source.body, book);
    const auto typed = soap::read_date_option(session, args.date);
    const auto given = typed ? typed : proposal.began;
    const auto began = given.value_or(session.civil_now().civil());
    auto body = soap::copy_note_body(source, templates, began);
    if (const auto* minutes = proposal.body.find("minutes")) {
        body["minutes"] = *minutes;
    }
    drop_closed_complaint(session, source, body);
    if (args.kind == soap::wellness) {
        body["complaint"] = Value{};
    }
    auto& input = args.input;
    input.source = "the note";
    input.subject = "a new note of " + client.id.str();
    input.client = client.uuid;
    input.key = "repeat " + source.uuid;
    if (args.edit) {
        input.alerts = soap::alerts_as_comments(session, client, source.techniques);
    }
    input.offers_left = !args.date && args.work.empty() && args.sets.empty();
    input.text = soap::note_as_toml(body, templates);
    input.before = body;
    input.work = args.work;
    input.sets = args.sets;
    input.kind = args.kind;
    if (!source.complaint) { // the note belongs to the complaint, and does not name it
        input.complaint = args.complaint;
    }
    if (!given) {
        input.typed_at = session.now();
    }
    session.report("copied from " + source.id.str() + " of " + source.began.civil().date.iso());
    if (args.edit) {
        edit(session, book, templates, std::move(body), input);
    } else {
        soap::ask_for_missing_fields(session, book, client.id, input);
    }
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    return soap::store_new(
        session,
        args.book.value(),
        args.input,
        {.client = client.id, .sign = args.sign, .another = args.another}
    );
}

} // namespace

CommandSpec note_repeat_command() {
    return command<Args>({
        .summary = "write a note from the last one, with the changes",
        .examples =
            {"praxis note repeat maria -w \"6>3 t5 soft skin=clear told well fine resp=looser\"",
             "praxis note repeat maria -s pain_now=4 -s pain_after=2",
             "praxis note repeat maria -s block.2= -s block.3.minutes=15",
             "praxis note repeat maria --edit",
             "praxis note repeat maria --note N-0003 --date \"today 14:30\""},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
