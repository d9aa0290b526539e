// SPDX-License-Identifier: MIT
/// Notes as the lines of a list.
#pragma once
#include "note/note_queries.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

Table note_table(Session& session, const std::vector<NoteLine>& notes);

/// Each with the place where the words stand.
Table found_table(
    Session& session, const std::vector<NoteId>& notes, const std::vector<std::string>& words
);

} // namespace praxis::soap
