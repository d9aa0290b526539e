// SPDX-License-Identifier: MIT
/// A note's body as single facts, full-text queries, and excerpts of what they find.
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
    std::string path;    // "objective.finding[1].tenderness"; items count from 1
    std::string section; // "note" for fields above the parts
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

/// A full-text query for notes with all of the terms, each as the beginning of a word. No character
/// of a term counts as query syntax. Empty when there is no term.
std::string search_query(const std::vector<std::string>& terms);

/// The place where terms were found.
struct Excerpt {
    std::size_t text = 0; // index of the text
    std::string line;     // "tender [piriformis] on the right"
};

/// The text with the most terms, cut to about that many columns around the first one, with the
/// terms in brackets. Nothing when no text has any.
std::optional<Excerpt> excerpt(
    const std::vector<std::string_view>& texts,
    const std::vector<std::string>& terms,
    std::size_t columns
);

} // namespace praxis::soap
