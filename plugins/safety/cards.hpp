// SPDX-License-Identifier: MIT
/// The findings of `praxis safety check` for programs.
#pragma once
#include "checking.hpp"

#include <praxis/date.hpp>
#include <praxis/value.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

/// A card of CDS Hooks for each finding and technique, with praxis's own members behind its own:
/// technique, verdict, rule and so on.
/// client  the UUID
/// source  HL7 CDS Hooks 2.0, https://cds-hooks.hl7.org/2.0/#card-attributes: summary (at most 140
///         characters), uuid, detail, indicator (info, warning, critical), source, overrideReasons
Value cards_of(const std::vector<CheckedConcern>& concerns, const std::string& client, Date on);

} // namespace praxis::safety
