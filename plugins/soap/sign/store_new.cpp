// SPDX-License-Identifier: MIT
#include "sign/store_new.hpp"

#include "note/note_body.hpp"
#include "note/note_deadline.hpp"
#include "note/note_list_queries.hpp"
#include "sign/note_signing.hpp"
#include "write/complaint_defaults.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>

#include <string>
#include <utility>
#include <vector>

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

/// Gives the body the client's only open complaint. Returns the complaints that it could have: one
/// is now in the body, of several the therapist chooses. None for a wellness session.
std::vector<clients::Complaint>
tie_to_open_complaint(Session& session, ClientId client, Value& body) {
    const NoteBody view{body};
    const auto began = view.began();
    if (view.has_complaint() || view.kind() == wellness || !began) {
        return {};
    }
    auto open = open_complaints_on(session, client, began->date);
    if (open.size() == 1) {
        body["complaint"] = open.front().id.str();
    }
    return open;
}

/// "CO-0001 (lower back, both sides)"
std::string name_of(const clients::Complaint& complaint) {
    return complaint.id.str() + " (" + complaint.title + ")";
}

void report_open_complaints(
    Session& session, const Note& note, const std::vector<clients::Complaint>& open, bool signing
) {
    if (open.empty()) {
        return;
    }
    if (open.size() == 1) {
        session.report(
            note.id.str() + " is for " + name_of(open.front()) + ", the only open complaint"
        );
        return;
    }
    std::vector<std::string> names;
    for (const auto& complaint : open) {
        names.push_back(name_of(complaint));
    }
    const auto first = open.front().id.str();
    session.report(
        note.id.str() + " names no complaint, and several are open: " + join(names, ", ") +
        ". Letters can leave such a note out. " +
        (signing ? "Next time add --complaint " + first
                 : "Name one: praxis note edit " + note.id.str() + " --set complaint=" + first)
    );
}

/// Signs the new draft. When that is refused, praxis keeps the draft and nothing else of the try.
/// returns  the state of the note
std::string try_to_sign(Session& session, const TemplateBook& book, Note& note, bool another) {
    try {
        SQLite::Savepoint signing{session.db(), "sign_new_note"};
        sign(session, book, note, {.another = another});
        signing.release();
        return "signed";
    } catch (const Refused& refused) {
        Refused kept{
            note.id.str() + " is a draft and not signed. " + capitalise(refused.what()),
            refused.hint()};
        kept.set_problems(refused.problems());
        session.end_with_error(kept);
        return "draft";
    }
}

} // namespace

Result store_new(
    Session& session, const TemplateBook& book, const NoteInput& input, const NewNote& asked
) {
    const bool signing = asked.sign;
    const auto needs = signing ? MissingFields::ignore : MissingFields::report;
    auto body = read_note_input(session, book, input, needs);
    const auto open = tie_to_open_complaint(session, asked.client, body);
    auto note = store_new_draft(session, book, asked.client, std::move(body));
    report_open_complaints(session, note, open, signing);
    report_same_time(session, note);
    if (!signing && is_locked(session, note)) {
        session.report(
            note.id.str() + " is late. Before signing, add the reason: praxis note edit " +
            note.id.str() + " --set late=\"...\""
        );
    }
    const auto state = asked.sign ? try_to_sign(session, book, note, asked.another) : "draft";
    return Message{
        note.id.str(), Value::Object{{"id", note.id.str()}, {"uuid", note.uuid}, {"state", state}}};
}

} // namespace praxis::soap
