// SPDX-License-Identifier: MIT
#include "session/locked_transaction.hpp"

#include <praxis/error.hpp>

#include <sqlite3.h>

namespace praxis {
namespace {

void refuse_replaced_file(SQLite::Database& db) {
    int moved = 0;
    if (sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
        moved != 0) {
        throw PracticeError(
            "practice_replaced",
            "another command replaced the practice while this one waited; praxis stored nothing",
            "run the command again"
        );
    }
}

} // namespace

LockedTransaction::LockedTransaction(SQLite::Database& db, const std::string& path)
    : db_(db), writer_lock_(practice::lock_path(path)) {
    refuse_replaced_file(db_);
    db_.exec("BEGIN IMMEDIATE");
}

LockedTransaction::~LockedTransaction() {
    if (!committed_) {
        db_.tryExec("ROLLBACK");
    }
}

void LockedTransaction::commit() {
    db_.exec("COMMIT");
    committed_ = true;
}

} // namespace praxis
