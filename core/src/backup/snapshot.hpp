// SPDX-License-Identifier: MIT
/// A copy of the practice as it was at one moment, while others go on writing.
#pragma once
#include "backup/contents.hpp"
#include "keys/keys.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

namespace praxis::backup {

/// Every table that holds rows of its own, and how many.
Tables count_rows(SQLite::Database& db);

/// Copies the pages of an open practice to a new file under the same key, with `keys`, the text of
/// its key file, beside it; gives the rows as they were at that moment. Pages, and not a rebuilt
/// file as VACUUM INTO makes it: every row keeps its number, and a damaged practice is found out.
/// errors  PracticeError practice_damaged, practice_storage
Tables take_snapshot(
    SQLite::Database& live,
    const std::string& copy,
    const practice::DataKey* key,
    const std::string& keys
);

/// What is wrong with a restored practice: its pages, its references, its rows against what the
/// index says, its UUID against the header; nothing when all is well.
std::optional<std::string>
find_fault(SQLite::Database& db, const Tables& tables, const std::string& uuid);

/// The practice's name.
std::string name_of(SQLite::Database& db);

} // namespace praxis::backup
