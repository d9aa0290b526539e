// SPDX-License-Identifier: MIT
/// A stored draft as the text that an editor opens.
#pragma once
#include "note/note_templates.hpp"

#include <praxis/value.hpp>

#include <string>

namespace praxis::soap {

/// The body as a note file: TOML in the order of the templates, with the fields that are not
/// recorded empty. Reading the file gives the same body.
std::string note_as_toml(const Value& body, const NoteTemplates& templates);

} // namespace praxis::soap
