// SPDX-License-Identifier: MIT
/// A recorded text as words with the marks between them: what the reader of concepts works on.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// The mark between a word and the word before it.
enum class Gap { joint, comma, bracket, slash, colon, dash, question, end };

struct Word {
    std::string folded;
    std::string typed;
    Gap before = Gap::joint;
    bool possessive = false; // "mother's"
    bool asked = false;      // "?" directly before or behind it
};

/// Several words in a row. Words of a text and of a phrase compare folded.
struct Phrase {
    std::vector<std::string> words;

    [[nodiscard]] std::size_t size() const { return words.size(); }
};

using Phrases = std::vector<Phrase>;

/// "h/o", "D.V.T." and "3.5" are one word each; a tick box is the word "[x]" or "[ ]".
std::vector<Word> split_words(std::string_view text);

Phrase phrase_of(std::string_view text);

/// Whether the phrase is at that place, without a mark other than a blank or hyphen in it. The last
/// word may have a plural s.
bool is_phrase_at(const std::vector<Word>& words, std::size_t at, const Phrase& phrase);

/// The length of the longest phrase at that place; 0: none.
std::size_t longest_at(const std::vector<Word>& words, std::size_t at, const Phrases& phrases);

/// The length of the longest phrase that ends before `end`; 0: none.
std::size_t longest_before(const std::vector<Word>& words, std::size_t end, const Phrases& phrases);

} // namespace praxis::clients
