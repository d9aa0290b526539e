// SPDX-License-Identifier: MIT
#include "sign/store_new.hpp"

#include "note/note_deadline.hpp"
#include "note/note_queries.hpp"
#include "sign/note_signing.hpp"
#include "write/note_writing.hpp"

namespace praxis::soap {
namespace {

/// The same session written down twice is found more easily now than later.
void report_twins(Session& session, const Note& note) {
    const NoteFilter same_time{
        .client = note.client,
        .since = note.began.instant,
        .until = note.began.instant + std::chrono::seconds{1},
    };
    for (const auto& twin : list_notes(session.db(), same_time)) {
        if (twin.id != note.id) {
            session.report(
                note.client.str() +
                " has a note of a session at that very time already: " + twin.id.str()
            );
        }
    }
}

} // namespace

Result store_new(
    Session& session,
    const TemplateBook& book,
    ClientId client,
    const NoteInput& input,
    bool signing
) {
    const auto needs = signing ? MissingFields::ignore : MissingFields::report;
    auto note =
        store_new_draft(session, book, client, read_note_input(session, book, input, needs));
    report_twins(session, note);
    if (!signing && is_locked(session, note)) {
        session.report(note.id.str() + " is late: signing will ask why, --set late=\"...\"");
    }
    if (signing) {
        sign(session, book, note, "author", Standing::just_written);
    }
    return Message{
        note.id.str(),
        Value::Object{
            {"id", note.id.str()}, {"uuid", note.uuid}, {"state", signing ? "signed" : "draft"}}};
}

} // namespace praxis::soap
