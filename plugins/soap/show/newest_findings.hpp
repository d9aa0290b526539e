// SPDX-License-Identifier: MIT
/// The findings of a chart: of each kind, those of the newest note that has any.
#pragma once
#include "note/note.hpp"

#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap {

/// Plain findings, and the tables of palpation, range of motion and tests. What a note copied from
/// an earlier one counts as found in the earlier one.
/// notes  oldest session first
std::vector<Block>
newest_findings(Session& session, const std::vector<Note>& notes, Audience audience);

} // namespace praxis::soap
