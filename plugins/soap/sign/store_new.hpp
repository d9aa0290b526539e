// SPDX-License-Identifier: MIT
/// The last step of `note new` and `note repeat`.
#pragma once
#include "write/note_input.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

namespace praxis::soap {

struct NewNote {
    ClientId client;
    bool sign = false;    // at once
    bool another = false; // another session than the signed note of the same time
};

/// Reads the note input and stores it as a new draft, which is signed at once if asked for. A note
/// of a treatment that names no complaint gets the client's only open one. Reports that, and
/// another note of the client at the same time. When signing is refused, the draft stays and the
/// command ends with the refusal, which names it.
///
/// errors  those of read_note_input() and store_new_draft(); those of sign(), except Refused
Result
store_new(Session& session, const TemplateBook& book, const NoteInput& input, const NewNote& asked);

} // namespace praxis::soap
