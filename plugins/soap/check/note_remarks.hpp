// SPDX-License-Identifier: MIT
/// What is remarkable about a note's content, beyond the rules of its templates.
#pragma once
#include "check/sides.hpp"
#include "note/note.hpp"
#include "note/note_templates.hpp"

#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap {

/// Where the note's complaint is, as the record says it today.
ComplaintPlace complaint_place(Session& session, const Note& note);

/// Wording beyond the scope of practice, then contradictions of side, each a warning.
struct Remarks {
    std::vector<Problem> scope;
    std::vector<Problem> sides;
};

Remarks remarks_on(
    Session& session,
    const Note& note,
    const NoteTemplates& templates,
    const ComplaintPlace& complaint
);

/// Says them of a note that is being stored or signed. It stands in the way of neither.
void report_remarks(Session& session, const Note& note, const NoteTemplates& templates);

} // namespace praxis::soap
