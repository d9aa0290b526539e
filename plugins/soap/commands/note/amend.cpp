// SPDX-License-Identifier: MIT
#include "note/note_index.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string note;
    std::string reason;
    std::string text;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options.option(&Args::reason, "reason", "TEXT", "why the note is amended").required();
    options.option(&Args::text, "text", "TEXT", "what is added").required();
}

void check(const Args& args, const soap::Note& note) {
    if (trim(args.reason).empty() || trim(args.text).empty()) {
        throw UsageError("an amendment needs a --reason and a --text, and neither may be empty");
    }
    if (!note.signature) {
        throw Refused(
            note.id.str() + " is a draft: a draft is edited, only a signed note is amended",
            "praxis note edit " + note.id.str()
        );
    }
}

Result run(Session& session, const Args& args) {
    auto note = soap::get_note(session, args.note);
    check(args, note);
    const auto& author = session.user();
    const soap::Amendment amendment{
        .uuid = session.new_uuid(),
        .note = note.id,
        .at = session.civil_now(),
        .author = author.id,
        .author_name = author.name,
        .reason = trim(args.reason),
        .text = trim(args.text),
    };
    soap::insert_amendment(session.db(), amendment);
    note.amendments.push_back(amendment);
    const auto templates = soap::TemplateShelf{session.db()}.of(note);
    soap::replace_words(
        session.db(),
        note.id,
        soap::search_words(soap::entries_of(note.body, templates), note.amendments)
    );
    return Message{
        note.id.str(),
        Value::Object{
            {"id", note.id.str()},
            {"amendment_uuid", amendment.uuid},
            {"amendments", static_cast<std::int64_t>(note.amendments.size())}}};
}

} // namespace

CommandSpec note_amend_command() {
    return command<Args>({
        .summary = "add to a signed note what it lacks or has wrong",
        .details = "What was signed stays as it is. The amendment stands below it in every view "
                   "and print, with its reason, its author and its time, and never changes either.",
        .examples =
            {"praxis note amend N-0001 --reason \"side was wrong\" --text \"the left shoulder, not "
             "the right\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
