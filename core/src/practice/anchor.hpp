// SPDX-License-Identifier: MIT
/// The head anchor: where the journal ended when something was last said to be saved, kept outside
/// the database. SQLite takes a shortened write-ahead log, or an older copy of the file, for a
/// sound practice; the anchor does not.
/// source  schemas/formats/journal.md: practice.head
#pragma once
#include "journal/journal.hpp"
#include "keys/secret.hpp"

#include <praxis/date.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace praxis::practice {

/// A secret of the practice itself, from core_secret.
using PracticeSecret = Secret<32>;

/// Makes the practice's own secrets: once, for a new practice.
void insert_secrets(SQLite::Database& db, const FillRandom& fill_random);

/// errors  PracticeError practice_damaged when there is none of that name
PracticeSecret practice_secret(SQLite::Database& db, const std::string& name);

/// "practice.db" -> "practice.head"
std::string anchor_path(const std::string& path);

/// Writes the anchor beside the practice and syncs it. Only behind the writer lock.
/// errors  PracticeError practice_storage
void write_anchor(SQLite::Database& db, const std::string& path, const Head& head, Instant now);

/// Whether the journal is what the anchor remembers, or goes on from there.
/// errors  PracticeError practice_altered: the anchor is missing or damaged, or the journal ends
///         before it or is another one; the hint is the way out
void check_anchor(SQLite::Database& db, const std::string& path);

} // namespace praxis::practice
