// SPDX-License-Identifier: MIT
/// A note's body as single facts: for the index of entries, the full-text search and excerpts.
#pragma once
#include "note/note.hpp"
#include "note/note_templates.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// One fact with its place. Region, side and technique are those of the nearest table around it.
struct Entry {
    std::string path;    // "objective.finding[1].tenderness"; items are counted from 1
    std::string section; // "note" for what stands above the parts
    std::string technique;
    std::string field;
    std::string label; // for people
    Value value;       // text, number or yes-or-no
    std::string unit;
    std::string region;
    std::string side;

    /// Text as it is, anything else as JSON.
    [[nodiscard]] std::string text() const;
};

std::vector<Entry> entries_of(const Value& body, const NoteTemplates& templates);

/// What the full-text index holds of a note: every text of it and its amendments, folded, with
/// the characters of scripts that put no spaces between words each as a word of its own.
std::string search_words(const std::vector<Entry>& entries, const std::vector<Amendment>& added);

/// A full-text query that finds all of the words, each as the beginning of a word. Whatever the
/// words hold, none of it is read as query syntax. Empty when there is nothing to look for.
std::string search_query(const std::vector<std::string>& words);

/// Where words were found among texts.
struct Excerpt {
    std::size_t text = 0; // the how manieth, from 0
    std::string line;     // "tender [piriformis] on the right"
};

/// The text that holds most of the words, cut to about that many columns around the first of them,
/// with the words in brackets. Nothing when no text holds any.
std::optional<Excerpt> excerpt(
    const std::vector<std::string_view>& texts,
    const std::vector<std::string>& words,
    std::size_t columns
);

} // namespace praxis::soap
