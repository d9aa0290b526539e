// SPDX-License-Identifier: MIT
/// The last step of `note new` and `note repeat`.
#pragma once
#include "write/note_input.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

namespace praxis::soap {

/// Reads the note input and stores it as a new draft, which is signed at once when `signing`.
/// Reports another note of the client at the same time. When signing is refused, the draft stays
/// and the command ends with the refusal, which names it. errors  those of read_note_input() and
/// store_new_draft(); those of sign(), except Refused
Result store_new(
    Session& session,
    const TemplateBook& book,
    ClientId client,
    const NoteInput& input,
    bool signing
);

} // namespace praxis::soap
