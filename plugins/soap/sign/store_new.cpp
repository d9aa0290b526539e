// SPDX-License-Identifier: MIT
#include "sign/store_new.hpp"

#include "note/note_deadline.hpp"
#include "note/note_queries.hpp"
#include "sign/note_signing.hpp"
#include "write/note_writing.hpp"

namespace praxis::soap {
namespace {

/// A session that was written down twice is found more easily now than later.
void report_same_time(Session& session, const Note& note) {
    const NoteFilter same_time{
        .client = note.client,
        .since = note.began.instant,
        .until = note.began.instant + std::chrono::seconds{1},
    };
    for (const auto& other : list_notes(session.db(), same_time)) {
        if (other.id != note.id) {
            session.report(
                note.client.str() +
                " already has a note of a session at that time: " + other.id.str()
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
    report_same_time(session, note);
    if (!signing && is_locked(session, note)) {
        session.report(
            note.id.str() + " is late. Before signing, add the reason: praxis note edit " +
            note.id.str() + " --set late=\"...\""
        );
    }
    if (signing) {
        sign(session, book, note, "author", DraftState::unsaved);
    }
    return Message{
        note.id.str(),
        Value::Object{
            {"id", note.id.str()}, {"uuid", note.uuid}, {"state", signing ? "signed" : "draft"}}};
}

} // namespace praxis::soap
