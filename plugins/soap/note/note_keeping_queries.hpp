// SPDX-License-Identifier: MIT
/// Queries for keeping notes consistent: the chain of signatures, the indexes, erasing.
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

/// Whether the key is, or was, a signing key of the user.
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

/// The entries that were made from a note's body for lists and searches.
std::vector<StoredEntry> stored_entries(SQLite::Database& db, NoteId note);
std::string stored_search_text(SQLite::Database& db, NoteId note);

/// Erased clients leave gaps in the numbers of signatures; nothing else does.
bool somebody_was_erased(SQLite::Database& db);

/// When a note of the client was last written, signed or amended; nothing when there is none.
std::optional<Instant> last_entry(SQLite::Database& db, ClientId client);

/// Deletes all notes of a client who is being erased.
void delete_notes(SQLite::Database& db, ClientId client);

/// The note of an amendment. For a deleted amendment, the change journal names it.
NoteId note_of_amendment(SQLite::Database& db, std::int64_t amendment);

/// Removes the index of a deleted note.
void remove_index(SQLite::Database& db, NoteId note);

} // namespace praxis::soap
