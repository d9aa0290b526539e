// SPDX-License-Identifier: MIT
/// The statements over co-signatures.
#pragma once
#include "note/note.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::soap {

void insert_cosignature(SQLite::Database& db, const Cosignature& cosignature);

/// In the order of signing.
std::vector<Cosignature> cosignatures_of(SQLite::Database& db, NoteId note);

/// The columns of a query on "soap_cosignature c" that read_cosignature() reads.
extern const std::string cosignature_columns;
Cosignature read_cosignature(SQLite::Statement& query);

} // namespace praxis::soap
