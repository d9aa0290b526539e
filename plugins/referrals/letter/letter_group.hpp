// SPDX-License-Identifier: MIT
#pragma once
#include "letter/letter.hpp"

#include <praxis/document.hpp>

#include <vector>

namespace praxis::referrals {

/// Several parts in short form: warnings first, then at least one labelled line for each part. A
/// part that does not fit lines, such as a chart, follows below its own small heading.
std::vector<Block> write_briefly(const std::vector<LetterPart>& parts);

} // namespace praxis::referrals
