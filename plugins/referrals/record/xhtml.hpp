// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// The blocks as the `div` of a FHIR narrative: XHTML, everything escaped; characters
/// that XML forbids become visible escapes.
std::string narrative(const std::vector<Block>& blocks);

} // namespace praxis::referrals
