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
    std::string text;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options.option(&Args::reason, "reason", "TEXT", "why the note is amended").required();
    options.option(&Args::text, "text", "TEXT", "the text to add").required();
}

void check(const Args& args, const soap::Note& note) {
    if (trim(args.reason).empty() || trim(args.text).empty()) {
        throw UsageError("give a --reason and a --text: neither may be empty");
    }
    if (!note.signature) {
        throw Refused(note.id.str() + " is a draft: edit it", "praxis note edit " + note.id.str());
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
        .summary = "add an amendment to a signed note",
        .details = "The signed text stays as it is. Every view and print shows the amendment below "
                   "it, with its reason, author and time. An amendment never changes either.",
        .examples =
            {"praxis note amend N-0001 --reason \"side was wrong\" --text \"the left shoulder, not "
             "the right\""},
        .exits = {{Exit::refused, "the note is not signed: edit it instead"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
