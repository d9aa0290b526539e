// SPDX-License-Identifier: MIT
#include "note/note_queries.hpp"
#include "note/session_time.hpp"
#include "sign/store_new.hpp"
#include "template/template.hpp"
#include "write/client_alerts.hpp"
#include "write/complaint_defaults.hpp"
#include "write/completions.hpp"
#include "write/field_options.hpp"
#include "write/note_form.hpp"
#include "write/note_starts.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args : soap::FieldArgs {
    std::string client;
    std::vector<std::string> techniques;
    std::optional<std::string> from;
    std::optional<std::string> date;
    std::optional<std::string> complaint;
    std::optional<std::string> kind;
    std::vector<ContributedValue> starts; // --plan
    bool sign = false;
    bool another = false;
    soap::NoteInput input;                  // set by prepare()
    std::optional<soap::TemplateBook> book; // the same for the check and for storing
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::techniques, "technique", "ID", "a technique that was used")
        .letter('t')
        .completed_by(soap::complete_technique);
    options.option(&Args::from, "from", "FILE", "a note file, TOML or JSON; - is standard input")
        .letter('f');
    options.option(&Args::date, "date", "TIME", "when the session began: \"today 14:30\"");
    options.option(&Args::complaint, "complaint", "ID", "the complaint that the session is for");
    soap::add_kind_option(options);
    soap::add_start_options(options);
    soap::add_field_options(
        options,
        "one field; replaces what the file says: assessment.pain_after=3, "
        "block.2.minutes=15"
    );
    options.flag(&Args::sign, "sign", "sign the note at once").letter('S');
    options.flag(&Args::another, "another", "another session than the signed note of that time");
}

bool sets_date(const Args& args) {
    return std::any_of(args.sets.begin(), args.sets.end(), [](const auto& set) {
        return set.starts_with("date=");
    });
}

bool is_typed(const Args& args) {
    return !args.sets.empty() || !args.work.empty();
}

/// Takes the options over what a plan or an appointment proposes.
void take_options(const Args& args, const soap::NoteProposal& proposal, soap::NoteInput& input) {
    input.techniques = args.techniques;
    input.complaint = args.complaint;
    if (!input.complaint && proposal.complaint) {
        input.complaint = proposal.complaint->str();
    }
    input.kind = args.kind;
    input.work = args.work;
    input.sets = args.sets;
}

void refuse_two_lists_of_techniques(const Args& args, const soap::NoteProposal& proposal) {
    if (!args.techniques.empty() && proposal.body.find("technique") != nullptr) {
        throw UsageError(
            "--" + args.starts.front().name + " already names the techniques",
            "leave out --technique"
        );
    }
}

/// The editor: on what was proposed, or on an empty form for the techniques.
void edit(
    Session& session,
    const clients::Client& client,
    const soap::TemplateBook& book,
    soap::NoteInput& input,
    const CivilTime& began
) {
    input.subject = "a new note of " + client.id.str();
    input.client = client.uuid;
    input.alerts = soap::alerts_as_comments(session, client, input.techniques);
    if (!input.text.empty()) {
        input.text = soap::edit_note_input(session, book, input);
        return;
    }
    input.key = "new " + join(input.techniques, " ");
    const auto last = soap::last_signed(session.db(), client.id, std::nullopt);
    input.text = soap::edit_form(
        session, book, input, began, last ? soap::get_note(session, last->str()).body : Value{}
    );
}

void check_techniques(const Args& args, const soap::TemplateBook& book) {
    for (const auto& technique : args.techniques) {
        static_cast<void>(book.get_technique(technique));
    }
    if (args.techniques.empty() && args.starts.empty() && !args.from && !is_typed(args)) {
        throw UsageError(
            "name the technique of the session, or the file that has the note",
            "praxis note new " + args.client + " --technique deep-tissue, or --from FILE"
        );
    }
}

void prepare(Session& session, Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto& book = args.book.emplace(soap::TemplateBook::load(session));
    check_techniques(args, book);
    const auto proposal = soap::ask_for_start(session, client.id, args.starts);
    refuse_two_lists_of_techniques(args, proposal);
    auto& input = args.input;
    take_options(args, proposal, input);
    soap::add_complaint_defaults(session, client.id, input);
    const auto given = soap::read_date_option(session, args.date);
    const auto began = given ? given : proposal.began;
    if (args.from) {
        input.date = began;
        input.source = soap::source_name(*args.from);
        input.is_file = true;
        input.text = session.read_text(*args.from);
        return;
    }
    input.source = "the note";
    if (!proposal.body.as_object().empty()) {
        auto body = proposal.body;
        body["date"] = began.value_or(session.civil_now().civil()).str();
        input.techniques = body.texts_at("technique");
        input.text = soap::note_as_toml(body, soap::templates_for(body, book));
        input.key = "start " + args.starts.front().value;
    }
    if (!began && !sets_date(args)) {
        input.typed_at = session.now();
    }
    if (is_typed(args)) {
        input.date = began;
        return;
    }
    input.offers_left = !args.date && !args.complaint;
    edit(session, client, book, input, began.value_or(session.civil_now().civil()));
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

CommandSpec note_new_command() {
    return command<Args>({
        .summary = "write the note of a session",
        .examples =
            {"praxis note new maria --technique deep-tissue",
             "praxis note new maria --technique deep-tissue --from note.toml",
             "praxis note new maria -t swedish -s block.region=neck -s block.minutes=30",
             "praxis note new maria -w \"tp L-QL 8>3 ref=glute js hold=60x3\"",
             "praxis note new C-0001 --from note.toml --sign"},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
