// SPDX-License-Identifier: MIT
/// The parts of a record that match a rule, in words and as a basis that overrides compare.
#pragma once
#include "rules/facts.hpp"

#include <praxis/clients/concepts.hpp>

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
    std::string technique = {};           // of the blocks that match; empty: all of the rule
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

/// The matches that concern work with the technique, merged; nothing when there is none. A
/// condition about the blocks of one technique says nothing of another.
std::optional<Match> merge_for(const std::vector<Match>& matches, const std::string& technique);

/// The text for people, with its origin and its state: "medication (N-0001): heparin".
std::string describe_text(const RecordText& words, clients::ConceptState state);

/// The same for comparing, independent of case and accents.
std::string basis_of(const RecordText& words);

} // namespace praxis::soap::suggest
