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

/// Erased clients leave gaps in the numbers of signatures; nothing else does.
bool somebody_was_erased(SQLite::Database& db);

/// When a note of the client was last written, signed or amended; nothing when there is none.
std::optional<Instant> last_entry(SQLite::Database& db, ClientId client);

/// Deletes all notes of a client who is being erased.
void delete_notes(SQLite::Database& db, ClientId client);

/// The note of an amendment; nothing when there is no such amendment.
std::optional<NoteId> note_of_amendment(SQLite::Database& db, std::int64_t amendment);

/// The stored body of a note; nothing when there is no such note.
std::optional<std::string> body_of_note(SQLite::Database& db, NoteId note);

} // namespace praxis::soap
