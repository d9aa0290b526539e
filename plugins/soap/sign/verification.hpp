// SPDX-License-Identifier: MIT
/// Whether a signed note, or a co-signature under it, is still what was signed.
#pragma once
#include "note/note.hpp"

#include <string>

namespace SQLite {
class Database;
}

namespace praxis::soap {

/// Whether the note has its digest, and its columns repeat its body; a draft is never intact.
bool is_intact(const Note& note, const std::string& client_uuid);

/// Whether it is intact, and signed with a key of its signer.
bool is_genuine(SQLite::Database& db, const Note& note, const std::string& client_uuid);

/// Whether the co-signature covers this note, with a key of its signer.
bool is_genuine(SQLite::Database& db, const Note& note, const Cosignature& cosignature);

} // namespace praxis::soap
