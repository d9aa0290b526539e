// SPDX-License-Identifier: MIT
/// From what somebody wrote to a stored draft: the one way that `note new` and `note edit` share.
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

/// Lets the person fill in the form of the note input's techniques, begun with that time.
/// last    the body of the note before, whose values stand there as remarks; null for none
/// errors  those of Session::edit_text()
std::string edit_form(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    const CivilTime& began,
    const Value& last
);

/// Lets the person change the note input's own text.
/// errors  those of Session::edit_text()
std::string edit_note_input(Session& session, const TemplateBook& book, const NoteInput& input);

/// What became of a draft in another window since it was read; nothing when it is as it was.
std::optional<std::string> find_overtaken(Session& session, const Note& draft);

/// Lets the person change a draft. One that another window changes meanwhile is not overwritten.
/// errors  those of Session::edit_text()
std::string edit_draft(Session& session, const TemplateBook& book, const Note& note);

/// A new draft of the client's, stored. Wording beyond the scope and contradictions of side are
/// said.
/// errors  Refused when the complaint it names is not the client's
Note store_new_draft(Session& session, const TemplateBook& book, ClientId client, Value body);

/// Stores what a draft's body says now, with its index, and says the same.
void store_draft(Session& session, const TemplateBook& book, Note& note);

/// The note that somebody names: "N-0001", or its UUID's first four or more characters.
/// errors  UsageError when it is neither; NotFound; Ambiguous with the ids
Note get_note(Session& session, std::string_view words);

/// The newest signed note of the client; of that complaint ("CO-0001") when one is given.
/// errors  UsageError when that is no complaint's number; NotFound when there is no such note
Note last_signed_note(
    Session& session, ClientId client, const std::optional<std::string>& complaint
);

/// errors  Refused when the note is signed
void refuse_signed(const Note& note);

} // namespace praxis::soap
