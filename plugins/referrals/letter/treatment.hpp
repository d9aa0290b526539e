// SPDX-License-Identifier: MIT
#pragma once
#include "letter/language.hpp"
#include "letter/places.hpp"
#include "letter/sessions.hpp"

#include <praxis/document.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// The sessions with work, pain before and after, and response; an amendment belongs to its
/// session. Of many sessions like each other, those in the middle share a row. Marks the places of
/// the work. Empty without a session.
std::vector<Block> write_treatment(
    const std::vector<SessionFacts>& sessions, const Language& language, Places& places
);

/// The same in a sentence, for a letter of one page.
std::vector<Block> write_treatment_briefly(
    const std::vector<SessionFacts>& sessions, const Language& language, Places& places
);

/// Home care by the newest note, and whether it was done; empty when no note has any.
std::vector<Block>
write_noted_home_care(const std::vector<SessionFacts>& sessions, const Language& language);

} // namespace praxis::referrals
