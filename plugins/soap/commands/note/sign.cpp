// SPDX-License-Identifier: MIT
#include "sign/note_cosigning.hpp"
#include "sign/note_signing.hpp"
#include "template/template.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr std::string_view supervisor = "supervisor";

struct Args {
    std::string note;
    std::optional<std::string> meaning;
    std::optional<std::string> remark;
    bool another = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::note, "NOTE", "the note's number");
    options.option(&Args::meaning, "meaning", "WORD", "what the signature means; default: author")
        .choices({"author", "reviewer", "supervisor"});
    options.option(&Args::remark, "remark", "TEXT", "the supervisor's remark");
    options.flag(&Args::another, "another", "another session than the signed note of that time");
}

Result cosign(Session& session, const soap::Note& note, const Args& args) {
    const auto cosignature = soap::cosign(session, note, args.remark);
    return Message{
        note.id.str(),
        Value::Object{
            {"id", note.id.str()},
            {"uuid", note.uuid},
            {"cosignature", soap::to_value(cosignature)}}};
}

Result run(Session& session, const Args& args) {
    auto note = soap::get_note(session, args.note);
    if (args.meaning == supervisor) {
        return cosign(session, note, args);
    }
    if (args.remark) {
        throw UsageError(
            "--remark needs --meaning supervisor",
            "praxis note amend " + note.id.str() + " --reason \"...\" --text \"...\""
        );
    }
    const soap::Signing signing{
        .meaning = args.meaning.value_or("author"), .another = args.another};
    soap::sign(session, soap::TemplateBook::load(session), note, signing);
    return Message{
        note.id.str(),
        Value::Object{
            {"id", note.id.str()},
            {"uuid", note.uuid},
            {"signed_at", note.signature->at.iso()},
            {"digest", note.signature->digest}}};
}

} // namespace

CommandSpec note_sign_command() {
    return command<Args>({
        .summary = "sign a note; a signed note never changes",
        .examples =
            {"praxis note sign N-0001",
             "praxis note sign N-0001 --meaning reviewer",
             "praxis note sign N-0001 --meaning supervisor --remark \"seen with Ines\""},
        .exits =
            {{Exit::refused,
              "the note is not complete, a check forbids it, or it is signed already"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
