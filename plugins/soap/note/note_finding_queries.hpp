// SPDX-License-Identifier: MIT
/// The parts of found notes that a search shows.
#pragma once
#include "note/note.hpp"
#include "note/note_templates.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::soap {

/// A text of a note that can contain search terms.
struct FoundText {
    std::string text;
    std::size_t entry = 0;  // its place among the entries of the body
    std::string label = {}; // of an amendment's text; label() finds the others
};

/// The part of a note that an excerpt needs.
struct FoundNote {
    NoteId id;
    std::string uuid;
    ClientId client;
    std::string state;
    ZonedTime began;
    Value body;
    std::string templates; // JSON, see soap_template
    std::vector<FoundText> texts;
};

/// Reads found notes one by one, because a search can find every note of the practice.
class FoundNotes {
  public:
    explicit FoundNotes(SQLite::Database& db);

    /// errors  PracticeError when the search index names a note that does not exist
    FoundNote read(NoteId id);

    /// "Remarks", "Amendment"
    std::string label(const FoundNote& note, const FoundText& text);

  private:
    // Prepared once, because preparing takes longer than reading a note.
    SQLite::Statement notes_;
    SQLite::Statement amendments_;
    TemplateShelf shelf_;
};

} // namespace praxis::soap
