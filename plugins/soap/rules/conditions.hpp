// SPDX-License-Identifier: MIT
/// Compares the conditions of a rule ([[rule.when]]) with a client's record. conditions.cpp
/// explains when a condition matches.
#pragma once
#include "rules/facts.hpp"
#include "rules/rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// The parts of the record that match a rule.
struct Match {
    std::vector<std::string> found = {};
    std::vector<std::string> basis = {};  // present findings, without values that change every day
    std::vector<std::string> places = {}; // of complaints
    bool anywhere = false;                // part of it has no place
    bool in_note = false;                 // part of it is new in the note that is being signed
    std::vector<std::string> techniques = {}; // of the blocks that match; empty: those of the rule
    clients::ConceptState state = clients::ConceptState::present; // the strongest

    /// Adds a line and its basis, each only once; empty ones not at all.
    void add(const std::string& what, const std::string& on);

    /// Merges the other match into this one.
    void add(const Match& other);
};

/// Whether a state stops work: what is suspected counts like what is there.
inline bool is_stopping(clients::ConceptState state) {
    return state >= clients::ConceptState::suspected;
}

/// The merged matches of all conditions of a rule; nothing when none matches.
std::optional<Match> match_conditions(const Rule& rule, const Facts& facts);

} // namespace praxis::soap::suggest
