// SPDX-License-Identifier: MIT
/// A transaction that no other writer can disturb.
#pragma once
#include "practice/file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace praxis {

/// Waits for the writer lock and begins a transaction. The destructor rolls back whatever commit()
/// did not store, and releases the lock.
class LockedTransaction {
  public:
    /// errors  PracticeError practice_busy; practice_replaced when a restore put another file in
    /// the
    ///         place of this one while the command waited
    LockedTransaction(SQLite::Database& db, const std::string& path);
    LockedTransaction(const LockedTransaction&) = delete;
    LockedTransaction& operator=(const LockedTransaction&) = delete;
    ~LockedTransaction();

    /// The lock is kept until this object ends.
    /// errors  SQLite::Exception: nothing is stored
    void commit();

  private:
    SQLite::Database& db_;
    practice::WriterLock writer_lock_;
    bool committed_ = false;
};

} // namespace praxis
