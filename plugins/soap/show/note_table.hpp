// SPDX-License-Identifier: MIT
/// Tables of notes.
#pragma once
#include "note/note_queries.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

Table note_table(Session& session, const std::vector<NoteLine>& notes);

/// The notes that a search found, each with an excerpt around the terms.
Table found_table(
    Session& session, const std::vector<NoteId>& notes, const std::vector<std::string>& terms
);

} // namespace praxis::soap
