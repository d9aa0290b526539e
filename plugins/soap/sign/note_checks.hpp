// SPDX-License-Identifier: MIT
/// Checks of all notes, one at a time: whether each is still what was signed, and whether what is
/// derived from it agrees with it.
#pragma once
#include <praxis/records.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// Signatures, and their order without a gap. One sentence for each problem.
std::vector<std::string> check_signatures(Session& session);

/// Columns, soap_region, soap_search and soap_template, each against the notes and back.
std::vector<std::string> check_derived(Session& session);

} // namespace praxis::soap
