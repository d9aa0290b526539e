// SPDX-License-Identifier: MIT
/// The format `bundle` of a letter.
#pragma once
#include <praxis/referrals/letters.hpp>

namespace praxis::referrals {

LetterFormat bundle_letter();

} // namespace praxis::referrals
