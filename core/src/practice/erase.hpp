// SPDX-License-Identifier: MIT
/// Deleted means deleted: in the journal, in full-text indexes, and in the bytes of the file.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

namespace praxis::practice {

/// Takes the content of every change out of the journal that concerns a row of that client, or a
/// row that the running command has deleted; the digests stay. Merges full-text indexes, which
/// keep the words of deleted rows until then. The last thing before the command's change set ends.
void erase_history(SQLite::Database& db, std::int64_t client);

/// Rewrites the whole file and empties the write-ahead log, so that no page keeps what was deleted.
/// Outside a transaction, behind the turnstile.
void rewrite(SQLite::Database& db);

} // namespace praxis::practice
