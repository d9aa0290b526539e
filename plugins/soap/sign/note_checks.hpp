// SPDX-License-Identifier: MIT
/// Whether the notes are what was signed and their indexes what the notes say, and how indexes are
/// made anew.
#pragma once
#include <praxis/records.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// Signatures, their order without a gap, stored templates. One sentence for each problem.
std::vector<std::string> check_signatures(Session& session);

/// soap_entry and soap_search against the bodies that they were made from.
std::vector<std::string> check_indexes(Session& session);

/// Makes the indexes of the notes anew whose rows, or whose amendments, were put back.
void rebuild_indexes(Session& session, const RowsRestored& restored);

} // namespace praxis::soap
