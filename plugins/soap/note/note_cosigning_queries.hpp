// SPDX-License-Identifier: MIT
/// The statements over co-signatures.
#pragma once
#include "note/note.hpp"

#include <vector>

namespace SQLite {
class Database;
}

namespace praxis::soap {

void insert_cosignature(SQLite::Database& db, const Cosignature& cosignature);

/// In the order of signing.
std::vector<Cosignature> cosignatures_of(SQLite::Database& db, NoteId note);

} // namespace praxis::soap
