// SPDX-License-Identifier: MIT
/// Erases deleted records from full-text indexes and from the bytes of the file. The journal erases
/// its own old values (erase_history).
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::practice {

/// Ends the erasure of a client whose rows the command has deleted: from here on the guards protect
/// frozen records again. Merges the full-text indexes, which otherwise keep terms of deleted rows.
/// The journal's own old values go with the end of the change set.
void finish_erasure(SQLite::Database& db, std::int64_t client);

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
