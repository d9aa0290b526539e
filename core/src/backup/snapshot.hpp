// SPDX-License-Identifier: MIT
/// A consistent copy of the practice, taken while other commands may write.
#pragma once
#include "backup/contents.hpp"
#include "keys/keys.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

namespace praxis::backup {

/// A read transaction: what it reads stays as it is, whatever other windows write. A writer that
/// checkpoints the log, or gives the records a new key, waits for its end.
class ReadTransaction {
  public:
    explicit ReadTransaction(SQLite::Database& db);
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;
    ~ReadTransaction();

  private:
    SQLite::Database& db_;
};

/// Number of rows of every table that stores rows.
Tables count_rows(SQLite::Database& db);

/// Copies the pages of an open practice, which is in a ReadTransaction, to a new file under the
/// same key, with `keys`, the text of its key file, beside it. Returns the number of rows at that
/// moment. It copies pages instead of using VACUUM INTO: every row keeps its rowid, and the later
/// check finds damaged pages.
///
/// errors  PracticeError practice_damaged, practice_storage
Tables take_snapshot(
    SQLite::Database& live,
    const std::string& copy,
    const practice::DataKey* key,
    const std::string& keys
);

/// Checks a restored practice: its pages, its references, its row counts against the index, its
/// UUID against the header. Returns the first fault; nullopt if there is none.
std::optional<std::string>
find_fault(SQLite::Database& db, const Tables& tables, const std::string& uuid);

/// The practice's name.
std::string name_of(SQLite::Database& db);

} // namespace praxis::backup
