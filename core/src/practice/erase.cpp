// SPDX-License-Identifier: MIT
#include "practice/erase.hpp"

#include "base/sql_names.hpp"
#include "practice/file.hpp"
#include "system/pending_file.hpp"

#include <praxis/sql.hpp>

#include <exception>
#include <string_view>
#include <unistd.h>

namespace praxis::practice {
namespace {

/// Content of the mark once the file has no remains and only the log may still have some.
constexpr std::string_view rewritten = "rewritten";
constexpr std::size_t most_mark_bytes = 64;

std::string mark_path(const std::string& path) {
    return beside(path, ".erasing");
}

bool has_mark(const std::string& path) {
    return ::access(mark_path(path).c_str(), F_OK) == 0;
}

/// Rewrites the file; returns the obstacle, or nullopt after success.
std::optional<std::string> problem_of_rewrite(SQLite::Database& db, const std::string& path) {
    try {
        if (!has_mark(path) || read_whole_file(mark_path(path), most_mark_bytes) != rewritten) {
            db.exec("VACUUM");
            PendingFile{mark_path(path), rewritten, true}.commit();
        }
        // Readers keep the old pages in use. Nobody waits for them: the next command goes on.
        db.exec("PRAGMA busy_timeout = 500");
        auto query = statement(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        const bool is_busy = query.executeStep() && column_number(query, 0) != 0;
        query.reset();
        db.exec("PRAGMA busy_timeout = 10000");
        if (is_busy) {
            return "another program is reading the practice";
        }
    } catch (const std::exception& error) {
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
    if (!has_mark(path)) {
        return std::nullopt;
    }
    // Whoever holds the lock may be rewriting the file; a later command sees whether a mark is
    // left.
    const auto writer_lock = WriterLock::try_lock(lock_path(path));
    if (!writer_lock || !has_mark(path)) {
        return std::nullopt;
    }
    return rewrite(db, path);
}

} // namespace praxis::practice
