// SPDX-License-Identifier: MIT
/// The concepts and the wording of their states, as the files of "concept/1" have them.
/// schemas/clients/README.md describes the format.
#pragma once
#include "concept/words.hpp"

#include <praxis/session.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

enum class ConceptKind { condition, medicine, allergen };

/// An operation counts as recent for some weeks, and is another concept for so long.
struct RecentConcept {
    std::string concept_id;
    int weeks = 0;
    bool undated = false; // also without a date
};

struct Concept {
    std::string id;
    std::string name;
    ConceptKind kind = ConceptKind::condition;
    std::vector<std::string> groups;
    std::vector<Phrase> words;
    std::vector<Phrase> abbreviations;     // in capitals, or as the whole entry, in their own field
    std::vector<std::vector<Phrase>> near; // a phrase of each list within the same part of a clause
    std::vector<Phrase> except;            // with another meaning
    std::vector<std::string> codes;        // stems of ICD-10: "I82"
    std::vector<std::string> past_codes;
    bool ends = false;         // by itself: "pregnant two years ago" is past
    bool is_treatment = false; // it is past when it was stopped, as a medicine is
    std::optional<RecentConcept> recent;
    bool reviewed = false; // by a clinician
};

/// "condition", "medicine", "allergen"
std::string_view kind_name(ConceptKind kind);

/// The wording of the states: lists of phrases by name ("denied.before").
class StateWording {
  public:
    [[nodiscard]] const Phrases& operator[](std::string_view list) const;
    void add(const std::string& list, const std::vector<std::string>& texts);

  private:
    std::map<std::string, Phrases, std::less<>> lists_;
};

struct ConceptBook {
    std::vector<Concept> concepts;
    StateWording wording;

    [[nodiscard]] const Concept* find(std::string_view concept_id) const;
    [[nodiscard]] bool knows_group(std::string_view group) const;
};

/// Adds the content of one file to the book.
/// errors  PluginError with file and line: an unknown key, a missing name, an id that exists
void add_concepts(ConceptBook& book, const ContributedFile& file);

} // namespace praxis::clients
