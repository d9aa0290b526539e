// SPDX-License-Identifier: MIT
/// A text as words, with what stands between them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct Word {
    std::string folded;   // case and accents taken off
    std::string gap;      // what stands before it
    bool capital = false; // begins as names do; also where the script knows no capitals
    bool shouted = false; // has no small letter
};

/// Letters and digits of any script make words. `tail` is what stands behind the last one.
std::vector<Word> words_of(std::string_view text, std::string& tail);

/// The folded words alone.
std::vector<std::string> folded_words(std::string_view text);

/// Whether two words with that between them belong to one expression: spaces and hyphens.
bool is_joint(std::string_view gap);

using Phrase = std::vector<std::string>; // folded words

/// Whether the phrase begins at that word, as one expression, and is over before `end`.
bool stands_at(
    const Phrase& phrase, const std::vector<Word>& words, std::size_t at, std::size_t end
);

/// Whether a sentence, or an item of a list, ends there. After an abbreviation ("Dr.") a full stop
/// ends nothing.
bool ends_sentence(std::string_view gap, bool after_abbreviation);

} // namespace praxis::soap
