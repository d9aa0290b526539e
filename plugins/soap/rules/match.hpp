// SPDX-License-Identifier: MIT
/// Compares the rules with a client's record.
#pragma once
#include "rules/facts.hpp"
#include "rules/rules.hpp"

#include <praxis/soap/reasons.hpp>

#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// The reasons of all enabled rules for the techniques. A past, denied or family-only condition
/// stops nothing: it gives a caution with a question.
std::vector<Reason> match_rules(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques
);

/// The newest session with each technique, and every adverse reaction.
std::vector<Reason>
list_past_sessions(const Facts& facts, const std::vector<std::string>& techniques);

/// By technique, then by verdict.
void sort_reasons(std::vector<Reason>& reasons);

/// The techniques that no rule of the kinds stop, local and caution names. No finding about them
/// does not mean that they are safe.
std::vector<std::string> find_unnamed_techniques(
    const std::vector<RuleFile>& files, const std::vector<std::string>& techniques
);

} // namespace praxis::soap::suggest
