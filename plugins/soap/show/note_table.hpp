// SPDX-License-Identifier: MIT
/// Tables of notes, whose rows are read one by one.
#pragma once
#include "note/note_list_queries.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// limit  the most rows, negative for all; praxis reports when there are more
Table note_table(Session& session, NoteFilter filter, std::int64_t limit);

/// The notes that a search found, each with an excerpt around the terms.
Table found_table(Session& session, std::vector<NoteId> notes, std::vector<std::string> terms);

} // namespace praxis::soap
