// SPDX-License-Identifier: MIT
/// What keeps the notes of a practice whole: the chain of signatures, the indexes, erasing.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// The newest signature of the practice: the next one is chained to it.
struct LastSigning {
    std::int64_t number = 0;
    std::string digest;
};

LastSigning last_signing(SQLite::Database& db);

/// Whether that is, or was, the key that the user signs with.
bool is_key_of(SQLite::Database& db, const std::string& public_key, UserId user);

/// A row of soap_entry.
struct StoredEntry {
    std::string path;
    std::string section;
    std::string technique;
    std::string field;
    std::string label;
    std::string value;
    std::optional<double> number;
    std::string unit;
    std::string region;
    std::string side;

    bool operator==(const StoredEntry&) const = default;
};

/// What was made from a note's body for lists and searches.
std::vector<StoredEntry> stored_entries(SQLite::Database& db, NoteId note);
std::string stored_words(SQLite::Database& db, NoteId note);

/// Erased clients leave gaps in the order of signatures; nothing else does.
bool somebody_was_erased(SQLite::Database& db);

/// When a note was last written, signed or amended; nothing when there is none.
std::optional<Instant> last_entry(SQLite::Database& db, ClientId client);

/// All notes of a client who is being erased.
void delete_notes(SQLite::Database& db, ClientId client);

/// The note of an amendment; of one that is gone out of the journal.
NoteId note_of_amendment(SQLite::Database& db, std::int64_t amendment);

/// Of a note that is gone.
void remove_index(SQLite::Database& db, NoteId note);

} // namespace praxis::soap
