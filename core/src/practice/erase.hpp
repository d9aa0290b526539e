// SPDX-License-Identifier: MIT
/// Deleted means deleted: in the journal, in full-text indexes, and in the bytes of the file.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::practice {

/// Takes the content of every change out of the journal that concerns a row of that client, or a
/// row that the running command has deleted; the digests stay. Merges full-text indexes, which
/// keep the words of deleted rows until then. The last thing before the command's change set ends.
void erase_history(SQLite::Database& db, std::int64_t client);

/// Leaves "practice.erasing" beside the practice: from the commit on, the file has to be rewritten,
/// whoever is killed before.
/// errors  Error file_error
void mark_rewrite(const std::string& path);

/// Rewrites the whole file and empties the write-ahead log, so that no page keeps what was deleted.
/// Outside a transaction, behind the writer lock. Gives what a person has to know when that did not
/// go: somebody reads, or the disk is full.
std::optional<std::string> rewrite(SQLite::Database& db, const std::string& path);

/// The same when a mark says that it was not done.
std::optional<std::string> finish_rewrite(SQLite::Database& db, const std::string& path);

} // namespace praxis::practice
