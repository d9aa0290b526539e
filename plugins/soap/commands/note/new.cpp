// SPDX-License-Identifier: MIT
#include "note/note_queries.hpp"
#include "note/session_time.hpp"
#include "sign/store_new.hpp"
#include "template/template.hpp"
#include "write/completions.hpp"
#include "write/note_writing.hpp"
#include "write/word_options.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args : soap::WordArgs {
    std::string client;
    std::vector<std::string> techniques;
    std::optional<std::string> from;
    std::optional<std::string> date;
    std::optional<std::string> complaint;
    bool sign = false;
    soap::NoteInput input;                  // filled by prepare
    std::optional<soap::TemplateBook> book; // so that what was checked and what is stored agree
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::techniques, "technique", "ID", "a technique that was used, repeatable")
        .letter('t')
        .completed_by(soap::complete_technique);
    options.option(&Args::from, "from", "FILE", "a note file, TOML or JSON; - is standard input")
        .letter('f');
    options.option(&Args::date, "date", "TIME", "when the session began: \"today 14:30\"");
    options.option(&Args::complaint, "complaint", "ID", "the complaint that it belongs to");
    soap::word_options(
        options,
        "one field, over what the file says; repeatable: assessment.pain_after=3, "
        "block.2.minutes=15"
    );
    options.flag(&Args::sign, "sign", "sign it at once").letter('S');
}

/// A note of nothing but fields is of a session that begins now, unless a time is given; it is
/// said.
std::optional<CivilTime> when(Session& session, const Args& args) {
    const auto given = soap::session_time_given(session, args.date);
    const bool is_set = std::any_of(args.sets.begin(), args.sets.end(), [](const auto& set) {
        return set.starts_with("date=");
    });
    if (given || is_set) {
        return given;
    }
    const auto now = session.civil_now().civil();
    session.report("the session began at " + now.str() + ", as no --date was given");
    return now;
}

void prepare(Session& session, Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto& book = args.book.emplace(soap::TemplateBook::load(session));
    for (const auto& technique : args.techniques) {
        static_cast<void>(book.get_technique(technique));
    }
    auto& input = args.input;
    input.techniques = args.techniques;
    input.complaint = args.complaint;
    input.work = args.work;
    input.sets = args.sets;
    if (!args.from && !(args.sets.empty() && args.work.empty())) {
        input.source = "the note";
        input.date = when(session, args);
        return;
    }
    if (args.from) {
        input.date = soap::session_time_given(session, args.date);
        input.source = soap::source_name(*args.from);
        input.text = session.read_text(*args.from);
        return;
    }
    if (args.techniques.empty()) {
        throw UsageError(
            "say which technique the note is for, or where it stands",
            "praxis note new " + args.client + " --technique deep-tissue, or --from FILE"
        );
    }
    input.source = "the note";
    input.subject = "a new note of " + client.id.str();
    input.client = client.uuid;
    input.key = "new " + join(args.techniques, " ");
    input.offers_left = !args.date && !args.complaint;
    const auto began = soap::session_time_given(session, args.date);
    const auto last = soap::last_signed(session.db(), client.id, std::nullopt);
    input.text = soap::edit_form(
        session,
        book,
        input,
        began.value_or(session.civil_now().civil()),
        last ? soap::get_note(session, last->str()).body : Value{}
    );
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    return soap::store_new(session, args.book.value(), client.id, args.input, args.sign);
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
