// SPDX-License-Identifier: MIT
#include "practice/erase.hpp"

#include "base/sql_names.hpp"
#include "practice/file.hpp"
#include "system/pending_file.hpp"

#include <praxis/sql.hpp>

#include <unistd.h>

namespace praxis::practice {
namespace {

std::string mark_path(const std::string& path) {
    return beside(path, ".erasing");
}

/// Rewrites the file; returns the obstacle, or nullopt after success.
std::optional<std::string> problem_of_rewrite(SQLite::Database& db, const std::string& path) {
    try {
        db.exec("VACUUM");
        auto query = statement(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (query.executeStep() && column_number(query, 0) != 0) {
            return "another program is reading the practice";
        }
    } catch (const SQLite::Exception& error) {
        return error.what();
    }
    ::unlink(mark_path(path).c_str());
    return std::nullopt;
}

} // namespace

void finish_erasure(SQLite::Database& db, std::int64_t client) {
    execute(db, "UPDATE core_erasure SET done = 1 WHERE client = ? AND done = 0", client);
    for (const auto& index : full_text_indexes(db)) {
        execute(db, "INSERT INTO " + index + " (" + index + ") VALUES ('optimize')");
    }
}

void mark_rewrite(const std::string& path) {
    PendingFile{mark_path(path), "", true}.commit();
}

std::optional<std::string> rewrite(SQLite::Database& db, const std::string& path) {
    if (const auto problem = problem_of_rewrite(db, path)) {
        return "the records are erased, but the practice's files may still contain remains of "
               "them: " +
               *problem + "; the next command removes them";
    }
    return std::nullopt;
}

std::optional<std::string> finish_rewrite(SQLite::Database& db, const std::string& path) {
    if (::access(mark_path(path).c_str(), F_OK) != 0) {
        return std::nullopt;
    }
    const WriterLock writer_lock{lock_path(path)};
    return rewrite(db, path);
}

} // namespace praxis::practice
