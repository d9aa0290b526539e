// SPDX-License-Identifier: MIT
#include "check/note_remarks.hpp"

#include "check/scope.hpp"
#include "note/note_index.hpp"

#include <praxis/clients/directory.hpp>

namespace praxis::soap {

ComplaintPlace complaint_place(Session& session, const Note& note) {
    if (!note.complaint) {
        return {};
    }
    const auto complaint =
        session.get<clients::Directory>().get_complaint(session, *note.complaint);
    return {complaint.id.str(), complaint.region, complaint.side};
}

Remarks remarks_on(
    Session& session,
    const Note& note,
    const NoteTemplates& templates,
    const ComplaintPlace& complaint
) {
    return {
        .scope = scope_warnings(ScopeLinter::load(session), entries_of(note.body, templates)),
        .sides = side_questions(note.body, complaint)};
}

void report_remarks(Session& session, const Note& note, const NoteTemplates& templates) {
    const auto remarks = remarks_on(session, note, templates, complaint_place(session, note));
    for (const auto* const problems : {&remarks.scope, &remarks.sides}) {
        if (!problems->empty()) {
            session.report(describe(*problems, note.id.str()));
        }
    }
}

} // namespace praxis::soap
