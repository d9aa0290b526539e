// SPDX-License-Identifier: MIT
#include "check/note_remarks.hpp"

#include "check/scope.hpp"
#include "note/note_index.hpp"

#include <praxis/clients/directory.hpp>

namespace praxis::soap {

ComplaintPlace find_complaint_place(Session& session, const Note& note) {
    if (!note.complaint) {
        return {};
    }
    const auto complaint =
        session.get<clients::Directory>().get_complaint(session, *note.complaint);
    return {complaint.id.str(), complaint.region, complaint.side};
}

Remarks find_remarks(
    Session& session,
    const Note& note,
    const NoteTemplates& templates,
    const ComplaintPlace& complaint
) {
    Remarks remarks{
        .scope = find_scope_warnings(ScopeLinter::load(session), entries_of(note.body, templates)),
        .sides = find_side_conflicts(note.body, complaint)};
    for (auto& warning : remarks.scope) {
        warning.place = find_place(warning.path, note.body);
    }
    return remarks;
}

void report_remarks(Session& session, const Note& note, const NoteTemplates& templates) {
    const auto remarks =
        find_remarks(session, note, templates, find_complaint_place(session, note));
    for (const auto* const problems : {&remarks.scope, &remarks.sides}) {
        if (!problems->empty()) {
            session.report(describe(*problems, note.id.str()));
        }
    }
}

} // namespace praxis::soap
