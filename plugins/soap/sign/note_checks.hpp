// SPDX-License-Identifier: MIT
/// Checks of all notes: whether each is still what was signed, and whether its index agrees with
/// it. Indexes are derived from the notes and can be rebuilt.
#pragma once
#include <praxis/records.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// Signatures, their order without a gap, stored templates. One sentence for each problem.
std::vector<std::string> check_signatures(Session& session);

/// soap_entry and soap_search against the bodies that they were made from.
std::vector<std::string> check_indexes(Session& session);

/// Rebuilds the indexes of the notes whose rows, or whose amendments, were restored.
void rebuild_indexes(Session& session, const RowsRestored& restored);

} // namespace praxis::soap
