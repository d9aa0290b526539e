// SPDX-License-Identifier: MIT
/// Warnings about a note's content beyond the rules of its templates.
#pragma once
#include "check/sides.hpp"
#include "note/note.hpp"
#include "note/note_templates.hpp"

#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap {

/// The region and side of the note's complaint, as recorded today.
ComplaintPlace find_complaint_place(Session& session, const Note& note);

/// Diagnoses beyond the scope of practice, and contradicting sides; all are warnings.
struct Remarks {
    std::vector<Problem> scope;
    std::vector<Problem> sides;
};

Remarks find_remarks(
    Session& session,
    const Note& note,
    const NoteTemplates& templates,
    const ComplaintPlace& complaint
);

/// Reports the warnings when a note is stored or signed. They block neither.
void report_remarks(Session& session, const Note& note, const NoteTemplates& templates);

} // namespace praxis::soap
