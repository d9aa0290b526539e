// SPDX-License-Identifier: MIT
/// Where a text speaks of concepts, and how its words belong together.
#pragma once
#include "concept/concept_book.hpp"
#include "concept/words.hpp"

#include <praxis/clients/concepts.hpp>

#include <vector>

namespace praxis::clients {

/// A concept at a place of a text: the words from `first` up to `end`.
struct Mention {
    const Concept* what = nullptr;
    std::size_t first = 0;
    std::size_t end = 0;
};

/// A text with its mentions. A sentence has clauses ("but"), a clause has parts (commas).
struct ReadText {
    std::vector<Word> words;
    std::vector<Mention> mentions; // in the order of the text; of overlapping ones the longest
    std::vector<int> sentences;    // of each word, counted from 0
    std::vector<int> clauses;
    std::vector<int> parts;

    [[nodiscard]] std::size_t size() const { return words.size(); }

    [[nodiscard]] bool is_in_mention(std::size_t at) const;

    /// The first and the end of the part with that word.
    [[nodiscard]] std::size_t part_begin(std::size_t at) const;
    [[nodiscard]] std::size_t part_end(std::size_t at) const;
};

ReadText read_text(const ConceptBook& book, std::string_view text, TextField field);

} // namespace praxis::clients
