// SPDX-License-Identifier: MIT
#include "sign/store_new.hpp"

#include "note/note_deadline.hpp"
#include "note/note_queries.hpp"
#include "sign/note_signing.hpp"
#include "write/note_writing.hpp"

#include <praxis/error.hpp>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>

#include <cctype>
#include <string>

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

/// Signs the new draft. When that is refused, praxis keeps the draft and nothing else of the try.
/// returns  the state of the note
std::string try_to_sign(Session& session, const TemplateBook& book, Note& note) {
    try {
        SQLite::Savepoint signing{session.db(), "sign_new_note"};
        sign(session, book, note, "author", DraftState::stored);
        signing.release();
        return "signed";
    } catch (const Refused& refused) {
        std::string why = refused.what();
        why[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(why[0])));
        Refused kept{note.id.str() + " is a draft and not signed. " + why, refused.hint()};
        kept.set_problems(refused.problems());
        session.end_with_error(kept);
        return "draft";
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
    const auto state = signing ? try_to_sign(session, book, note) : "draft";
    return Message{
        note.id.str(), Value::Object{{"id", note.id.str()}, {"uuid", note.uuid}, {"state", state}}};
}

} // namespace praxis::soap
