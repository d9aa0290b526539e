// SPDX-License-Identifier: MIT
/// Holds the rules against what is on record of a client.
#pragma once
#include "rules/facts.hpp"
#include "rules/rules.hpp"

#include <praxis/soap/reasons.hpp>

#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// What the rules that are switched on say of the techniques. What is over, denied or in the
/// family alone stops nothing: it asks to be looked at.
std::vector<Reason> hold_rules_against(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques
);

/// The newest session with each technique, and every adverse reaction.
std::vector<Reason> look_back(const Facts& facts, const std::vector<std::string>& techniques);

/// By technique, then by verdict.
void sort_reasons(std::vector<Reason>& reasons);

/// Those of the techniques that no rule against anything names: that none does says nothing.
std::vector<std::string>
unnamed_techniques(const std::vector<RuleFile>& files, const std::vector<std::string>& techniques);

} // namespace praxis::soap::suggest
