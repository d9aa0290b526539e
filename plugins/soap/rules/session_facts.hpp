// SPDX-License-Identifier: MIT
/// What a signed session tells the rules.
#pragma once
#include "note/note.hpp"
#include "rules/facts.hpp"

#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// The findings and the complaint of a session.
std::vector<std::string> findings_of(const Note& note);

/// One technique of a session.
/// in_question  the session is about the complaint in question
Tried tried_in(const Note& note, const std::string& technique, bool in_question);

} // namespace praxis::soap::suggest
