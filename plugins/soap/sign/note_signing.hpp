// SPDX-License-Identifier: MIT
/// Signing: a draft becomes a record.
#pragma once
#include "note/note.hpp"
#include "sign/obstacles.hpp"
#include "template/template.hpp"

#include <praxis/session.hpp>

#include <string>

namespace praxis::soap {

/// Signs a draft and stores it. The note is signed with the templates of `book`.
/// meaning  "author": I did this work; "reviewer": I have read it
/// errors   Refused with everything that is missing, and the commands that settle it
void sign(
    Session& session,
    const TemplateBook& book,
    Note& note,
    const std::string& meaning,
    DraftState state = DraftState::stored
);

} // namespace praxis::soap
