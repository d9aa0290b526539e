// SPDX-License-Identifier: MIT
/// Erases deleted records everywhere: in the journal, in full-text indexes and in the bytes of the
/// file.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::practice {

/// Removes from the journal the content of every change to a row of that client, or to a row that
/// the running command deleted; the digests stay. Merges the full-text indexes, which otherwise
/// keep terms of deleted rows. Call it last, before the change set of the command ends.
void erase_history(SQLite::Database& db, std::int64_t client);

/// Leaves "practice.erasing" beside the practice. After the commit the file must be rewritten, by
/// the next command if this process is killed.
/// errors  Error file_error
void mark_rewrite(const std::string& path);

/// Rewrites the whole file and empties the write-ahead log, so that no page contains deleted
/// records. Call it outside a transaction, with the writer lock. Returns a message for the user if
/// it was not possible: another program reads the practice, or the disk is full.
std::optional<std::string> rewrite(SQLite::Database& db, const std::string& path);

/// The same if the mark of an unfinished rewrite exists.
std::optional<std::string> finish_rewrite(SQLite::Database& db, const std::string& path);

} // namespace praxis::practice
