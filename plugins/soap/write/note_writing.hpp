// SPDX-License-Identifier: MIT
/// From written text to a stored draft: shared by `note new`, `note repeat` and `note edit`.
#pragma once
#include "note/note.hpp"
#include "template/template.hpp"
#include "write/note_input.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// Opens the editor on an empty form for the techniques of the note input.
/// began   the time that is already filled in
/// last    the body of the last note, whose values the form shows as comments, or null
/// errors  those of Session::edit_text()
std::string edit_form(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    const CivilTime& began,
    const Value& last
);

/// Opens the editor on the text of the note input.
/// errors  those of Session::edit_text()
std::string edit_note_input(Session& session, const TemplateBook& book, const NoteInput& input);

/// Describes a change of the draft in another window since it was read; nothing when unchanged.
std::optional<std::string> find_conflicting_change(Session& session, const Note& draft);

/// Opens the editor on a draft. A draft that another window changes meanwhile is not overwritten.
/// errors  those of Session::edit_text()
std::string edit_draft(Session& session, const TemplateBook& book, const Note& note);

/// Stores a new draft of the client. Reports diagnoses beyond the scope and contradicting sides.
/// errors  Refused when the complaint is not one of the client's
Note store_new_draft(Session& session, const TemplateBook& book, ClientId client, Value body);

/// Stores the changed body of a draft and its index, and reports the same.
void store_draft(Session& session, const TemplateBook& book, Note& note);

/// Replaces a draft's body by what revalidate() gave, and stores it unless body and templates are
/// as they were. Reports the same.
void store_revalidated(Session& session, const TemplateBook& book, Note& note, Value body);

/// The note that somebody names: "N-0001", or its UUID's first four or more characters.
/// errors  UsageError when it is neither; NotFound; Ambiguous with the ids
Note get_note(Session& session, std::string_view reference);

/// The newest signed note of the client; if a complaint ("CO-0001") is given, the newest about it.
/// errors  UsageError when the complaint is not a complaint's number; NotFound when there is no
/// note
Note last_signed_note(
    Session& session, ClientId client, const std::optional<std::string>& complaint
);

/// errors  Refused when the note is signed
void refuse_signed(const Note& note);

} // namespace praxis::soap
