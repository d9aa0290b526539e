// SPDX-License-Identifier: MIT
/// Signing: a draft becomes a record.
#pragma once
#include "note/note.hpp"
#include "sign/obstacles.hpp"
#include "template/template.hpp"

#include <praxis/session.hpp>

#include <string>

namespace praxis::soap {

/// What a person confirms when signing.
struct Signing {
    std::string meaning = "author"; // or "reviewer", as for sign()
    bool another = false;           // another session than the signed one of the same time
};

/// Signs a draft and stores it. The note is signed with the templates of `book`.
/// meaning  "author": I did this work; "reviewer": I have read it
/// errors   Refused with everything that is missing, and the commands that settle it; Refused when
///          the client has a signed note of that time, unless it is of another session
void sign(Session& session, const TemplateBook& book, Note& note, const Signing& signing);

} // namespace praxis::soap
