// SPDX-License-Identifier: MIT
/// Questions on the terminal for what a note lacks.
#pragma once
#include "template/template.hpp"
#include "write/note_input.hpp"

#include <praxis/session.hpp>

namespace praxis::soap {

/// Asks, once for each field, for what signing needs and the input lacks, and adds the answers to
/// its `sets`. Consent is asked for unless it is on record. Then proposes the next visit. Only in a
/// command's `prepare`. Where praxis cannot ask, it reports the proposal.
void ask_for_missing_fields(
    Session& session, const TemplateBook& book, ClientId client, NoteInput& input
);

} // namespace praxis::soap
