// SPDX-License-Identifier: MIT
/// Holds the rules against what is on record of a client.
#pragma once
#include "suggest/facts.hpp"
#include "suggest/rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

/// In the order in which they stand within a technique.
enum class Verdict { not_asked, stop, no_consent, local, caution, tried_before, fits };

/// "stop", "keep off the place" ...: for people and for machines.
std::string_view verdict_name(Verdict verdict);

/// One thing that speaks for a technique, or against it.
struct Finding {
    std::string technique; // empty: any
    Verdict verdict = Verdict::caution;
    std::string found = {}; // what of the client's record it hangs on
    std::string why;
    std::string rule = {};                   // "blocks/thrombosis"; empty: no rule says so
    std::vector<std::string> sources = {};   // ids
    std::vector<std::string> citations = {}; // the sources in full
    std::optional<bool> reviewed = {};       // of rules
    std::optional<NoteId> note = {};
};

/// What the rules that are switched on say of the techniques. What is over, denied or in the
/// family alone stops nothing: it asks to be looked at.
std::vector<Finding> hold_rules_against(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques
);

/// The newest session with each technique, and every adverse reaction.
std::vector<Finding> look_back(const Facts& facts, const std::vector<std::string>& techniques);

/// By technique, then by verdict.
void sort_findings(std::vector<Finding>& findings);

/// Those of the techniques that no rule names: that nothing speaks against them says nothing.
std::vector<std::string>
unnamed_techniques(const std::vector<RuleFile>& files, const std::vector<std::string>& techniques);

} // namespace praxis::soap::suggest
