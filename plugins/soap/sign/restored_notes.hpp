// SPDX-License-Identifier: MIT
/// Keeps the index right while `praxis undo` or --as-of restores older notes and amendments.
#pragma once
#include <praxis/id.hpp>
#include <praxis/records.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

namespace praxis::soap {

class RestoredNotes {
  public:
    /// Removes from the index what only the rows as they are now tell.
    void before(SQLite::Database& db, const RowsRestoring& restoring);

    /// Adds the restored notes to the index again.
    void after(SQLite::Database& db, const RowsRestored& restored);

  private:
    std::set<NoteId> changed_; // left the index, and may come back
    std::set<NoteId> going_;   // a view of an earlier day lacks them
};

} // namespace praxis::soap
