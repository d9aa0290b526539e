// SPDX-License-Identifier: MIT
/// The consents to treatment that are missing for work.
#pragma once
#include "rules/facts.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// Why there is no consent to a technique.
struct ConsentGap {
    std::string technique;
    std::string what;                     // "withdrawn", "expired (lower-back)", "none on record"
    std::optional<Date> given_later = {}; // there is one, given after the day: what --on needs
};

/// The missing consents for work on the places, or on the regions of the complaints when no place
/// is given. When there is no consent at all, the result is one gap without a technique.
std::vector<ConsentGap> consent_gaps(
    Session& session,
    const Facts& facts,
    const std::vector<std::string>& techniques,
    const std::vector<std::string>& places = {}
);

} // namespace praxis::soap::suggest
