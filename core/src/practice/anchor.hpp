// SPDX-License-Identifier: MIT
/// The head anchor: the end of the journal after the last saved change, stored outside the
/// database. SQLite accepts a truncated write-ahead log or an older copy of the file; the anchor
/// shows that changes are missing.
/// source  schemas/formats/journal.md: practice.head, PRXHEAD2
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

/// Whether the practice has its secrets; a practice that is being made has none yet.
bool has_secrets(SQLite::Database& db);

/// errors  PracticeError practice_damaged if there is no secret of that name
PracticeSecret practice_secret(SQLite::Database& db, const std::string& name);

/// "practice.db" -> "practice.head"
std::string anchor_path(const std::string& path);

/// Writes the anchor beside the practice and syncs it. The caller must hold the writer lock.
/// errors  PracticeError practice_storage
void write_anchor(SQLite::Database& db, const std::string& path, const Head& head, Instant now);

/// Writes the anchor of a change that was committed although its process was killed before it could
/// write it. The caller must hold the writer lock.
void complete_anchor(SQLite::Database& db, const std::string& path, Instant now);

/// Checks that the journal ends with the change set of the anchor, or one set later, and that the
/// schema is the one that the anchor or that later set knows.
/// errors  PracticeError practice_altered: the anchor is missing or damaged, the journal ends
///         before it, differs from it or goes on by more than one set, or the schema was changed;
///         the hint names the ways to continue. PracticeError practice_older: an earlier version of
///         praxis made the practice
void check_anchor(SQLite::Database& db, const std::string& path);

} // namespace praxis::practice
