// SPDX-License-Identifier: MIT
#pragma once
#include "letter/letter.hpp"

#include <praxis/document.hpp>

#include <vector>

namespace praxis::referrals {

/// Several parts told briefly: warnings first, then one labelled line or more for each part. A
/// part with more than lines can hold (a chart) follows below its own small heading.
std::vector<Block> told_briefly(const std::vector<LetterPart>& parts);

} // namespace praxis::referrals
