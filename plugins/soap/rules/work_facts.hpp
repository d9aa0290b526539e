// SPDX-License-Identifier: MIT
/// The work of the note that is being signed, as rules compare it with the record.
#pragma once
#include "note/note.hpp"
#include "rules/facts.hpp"

#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap::suggest {

/// The values of the note's blocks, also of the tables in them: "point.code". A text has the
/// allergies among the texts of the record that it belongs to: almond oil belongs to tree nuts, and
/// "no nuts" to none.
std::vector<UsedValue>
used_values(Session& session, const Note& note, const std::vector<RecordText>& texts, Date on);

} // namespace praxis::soap::suggest
