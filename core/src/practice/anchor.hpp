// SPDX-License-Identifier: MIT
/// The head anchor: the end of the journal after the last saved change, stored outside the
/// database. SQLite accepts a truncated write-ahead log or an older copy of the file; the anchor
/// shows that changes are missing.
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

/// Creates the practice's own secrets, once for a new practice.
void insert_secrets(SQLite::Database& db, const FillRandom& fill_random);

/// errors  PracticeError practice_damaged if there is no secret of that name
PracticeSecret practice_secret(SQLite::Database& db, const std::string& name);

/// "practice.db" -> "practice.head"
std::string anchor_path(const std::string& path);

/// Writes the anchor beside the practice and syncs it. The caller must hold the writer lock.
/// errors  PracticeError practice_storage
void write_anchor(SQLite::Database& db, const std::string& path, const Head& head, Instant now);

/// Checks that the journal contains the change set of the anchor.
/// errors  PracticeError practice_altered: the anchor is missing or damaged, or the journal ends
///         before it or differs from it; the hint names the ways to continue
void check_anchor(SQLite::Database& db, const std::string& path);

} // namespace praxis::practice
