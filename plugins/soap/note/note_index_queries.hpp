// SPDX-License-Identifier: MIT
/// The tables that are derived from notes: the regions in soap_region, and the full-text index
/// soap_search over the words of notes and their amendments.
#pragma once
#include "note/note_regions.hpp"

#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// Adds the words of a stored note, unless the index has them.
void add_words(SQLite::Database& db, NoteId note);

/// Removes the words of a note from the index. Call it before the note or one of its amendments
/// changes: they are computed from the note as it is.
void remove_words(SQLite::Database& db, NoteId note);

/// Replaces the regions of a stored note, and adds its words unless the index has them.
void add_to_index(SQLite::Database& db, NoteId note, const std::vector<NoteRegion>& regions);

/// Removes the regions and the words of a note; call it before the note changes.
void remove_from_index(SQLite::Database& db, NoteId note);
void remove_from_index(SQLite::Database& db, ClientId client);

/// Whether the index has exactly the words of the notes. Nothing when SQLite cannot tell, because
/// another command writes or the medium is read-only.
std::optional<bool> are_words_right(SQLite::Database& db);

/// Reads the regions of all notes, in the order of the notes.
class StoredRegions {
  public:
    explicit StoredRegions(SQLite::Database& db);

    /// The note whose regions next() gives; nothing at the end.
    [[nodiscard]] std::optional<NoteId> note() const { return note_; }

    /// The regions of note(). Goes on to the next note.
    std::vector<NoteRegion> next();

  private:
    void step();

    SQLite::Statement query_;
    std::optional<NoteId> note_;
};

} // namespace praxis::soap
