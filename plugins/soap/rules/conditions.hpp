// SPDX-License-Identifier: MIT
/// Compares the conditions of a rule ([[rule.when]]) with a client's record. conditions.cpp
/// explains when a condition matches.
#pragma once
#include "rules/facts.hpp"
#include "rules/record_match.hpp"
#include "rules/rules.hpp"

#include <vector>

namespace praxis::soap::suggest {

/// The matches of all conditions of a rule, one by one.
std::vector<Match> match_conditions(const Rule& rule, const Facts& facts);

} // namespace praxis::soap::suggest
