// SPDX-License-Identifier: MIT
/// What a search shows of the notes that it found.
#pragma once
#include "note/note.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::soap {

/// A text of a note that words can stand in.
struct FoundText {
    std::string text;
    std::int64_t entry = 0; // row of soap_entry; 0: an amendment's text
    std::string label;      // of an amendment's text: others are asked for
};

/// As much of a note as an excerpt needs.
struct FoundNote {
    NoteId id;
    std::string uuid;
    ClientId client;
    std::string state;
    ZonedTime began;
    std::vector<FoundText> texts;
};

/// Reads found notes one after the other: a search may find every note of the practice.
class FoundNotes {
  public:
    explicit FoundNotes(SQLite::Database& db);

    /// errors  PracticeError: the note is not there, which the index of words knows
    FoundNote read(NoteId id);

    /// "Remarks", "Amendment"
    std::string label(const FoundText& text);

  private:
    // Prepared once: preparing takes longer than reading a note.
    SQLite::Statement notes_;
    SQLite::Statement texts_;
    SQLite::Statement amendments_;
    SQLite::Statement labels_;
};

} // namespace praxis::soap
