// SPDX-License-Identifier: MIT
/// The practice file that a command works with.
#pragma once
#include "journal/journal.hpp"
#include "plugins/platform.hpp"
#include "practice/file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace praxis {

/// Opens the practice, or works with a database that a caller lends, and brings its tables up to
/// date.
class OpenPractice {
  public:
    /// platform  must outlive this object
    explicit OpenPractice(plugins::Platform& platform) : platform_(platform) {}

    /// Finishes an interrupted restore and opens the file. Gives what unlocked it; nothing when it
    /// is not encrypted.
    /// errors  those of practice::open()
    std::optional<practice::Unlocked> open(const std::string& path, const practice::Unlock& unlock);

    /// errors  PracticeError when the practice is newer than this program, or when the anchor says
    ///         that records are lost; the file and its log stay as they are, as evidence
    void check_anchor();

    /// Whether the key file has changed since open(): a command may have given the records another
    /// key, so that this connection cannot read them.
    [[nodiscard]] bool has_other_keys() const;

    /// Works with an open database: a new practice, a backup's, or a test's.
    void adopt(SQLite::Database& db, const std::string& path);

    /// The last connection to close writes the log back into the file.
    void close();

    [[nodiscard]] bool is_open() const { return db_ != nullptr; }

    /// errors  std::logic_error when no practice is open
    [[nodiscard]] SQLite::Database& db() const;

    /// A path or a URI; empty before open() or adopt().
    [[nodiscard]] const std::string& path() const { return path_; }

    /// Runs the missing migrations of the core and of every plugin that can be loaded.
    void migrate(const practice::ChangeAuthor& author, const practice::Sealing& sealing);

  private:
    plugins::Platform& platform_;
    std::unique_ptr<SQLite::Database> own_db_;
    SQLite::Database* db_ = nullptr;
    std::string path_;
    // The key file that opened the practice; empty without one; nullopt while nothing opened it.
    std::optional<std::string> key_text_;
};

/// The core's schema, and those of the practice's plugins that can be loaded.
std::vector<practice::Schema> loadable_schemas(plugins::Platform& platform, SQLite::Database& db);

} // namespace praxis
