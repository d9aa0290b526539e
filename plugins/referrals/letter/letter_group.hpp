// SPDX-License-Identifier: MIT
#pragma once
#include "letter/letter.hpp"

#include <praxis/document.hpp>

#include <vector>

namespace praxis::referrals {

/// Several parts in short form, in their order: warnings first, then at least one labelled line for
/// each part. A part that does not fit lines, such as a chart, has its own small heading; a table
/// that keeps its form needs none.
std::vector<Block> write_briefly(const std::vector<LetterPart>& parts);

} // namespace praxis::referrals
