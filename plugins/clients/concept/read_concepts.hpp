// SPDX-License-Identifier: MIT
/// From a recorded text to what it says of the client.
#pragma once
#include "concept/concept_book.hpp"

#include <praxis/clients/concepts.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// As Concepts::read().
std::vector<UnderstoodConcept>
read_concepts(const ConceptBook& book, const TextOfRow& row, Date on);

/// The same with another state that is the stronger one, or added.
void add_concept(std::vector<UnderstoodConcept>& concepts, UnderstoodConcept more);

/// The concepts that a code of ICD-10 stands for: "I82.4", or of ICD-10-GM with its mark of
/// certainty, "I80.28 V"; none for an empty code.
std::vector<UnderstoodConcept> concepts_of_code(const ConceptBook& book, std::string_view code);

/// What a row stores: a JSON list, and whether a person decided it.
struct StoredConcepts {
    std::vector<UnderstoodConcept> concepts;
    bool decided = false;
};

std::string to_stored(const StoredConcepts& stored);

/// Nothing for an empty text.
/// errors  Refused when it is not what to_stored() writes
StoredConcepts from_stored(std::string_view text);

std::shared_ptr<Concepts> make_concepts();

} // namespace praxis::clients
