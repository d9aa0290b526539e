// SPDX-License-Identifier: MIT
/// A text as words with the gaps between them, and terms found in it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct Word {
    std::string folded;        // without case and accents
    std::string gap;           // the text before it
    bool capital = false;      // begins like a name; also true in scripts without capitals
    bool all_capitals = false; // has no small letter
};

/// Splits a text into words: letters and digits of any script. `tail` gets the text after the last
/// one.
std::vector<Word> split_words(std::string_view text, std::string& tail);

/// Only the folded words.
std::vector<std::string> fold_words(std::string_view text);

/// Whether two words with this gap belong to one term: only spaces and hyphens between them.
bool is_joint(std::string_view gap);

using Term = std::vector<std::string>; // folded words

/// Whether the term begins at that word, without a break in it, and ends before `end`.
bool term_begins_at(
    const Term& term, const std::vector<Word>& words, std::size_t at, std::size_t end
);

/// Whether a sentence or a list item ends in the gap. A full stop after an abbreviation ("Dr.")
/// does not end a sentence.
bool ends_sentence(std::string_view gap, bool after_abbreviation);

} // namespace praxis::soap
