// SPDX-License-Identifier: MIT
/// A supervisor's signature under a note that somebody else has signed.
#pragma once
#include "note/note.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace praxis::soap {

/// Whoever is at the keyboard has read the signed note with the amendments it has now. Stored.
/// errors  Refused when the note is a draft, is theirs, or was co-signed by them as it is now
Cosignature cosign(Session& session, const Note& note, const std::optional<std::string>& remark);

/// What the co-signature covers: the note's digest, and which amendments were there.
std::string cosigned_bytes(const Cosignature& cosignature, const Note& note);

/// Whether it is what was signed, by a key of that person.
bool is_genuine(SQLite::Database& db, const Cosignature& cosignature, const Note& note);

/// For machines.
Value to_value(const Cosignature& cosignature);

} // namespace praxis::soap
