// SPDX-License-Identifier: MIT
/// The access log: who viewed which records. Each reading command adds one sealed line to a file
/// beside the practice, so it does not write to the database. The next writing command moves the
/// lines to core_access, and so into the journal.
/// source  45 CFR 164.312(b); schemas/formats/journal.md: practice.access
#pragma once
#include "practice/anchor.hpp"
#include "system/files.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

struct AccessEntry {
    Instant at;
    std::optional<UserId> user;
    std::string login; // user of the operating system
    std::string command;
    std::vector<std::string> records; // "C-0042"
};

/// "practice.db" -> "practice.access"
std::string access_log_path(const std::string& path);

/// Code of the error when the medium is read-only or full.
inline constexpr const char* medium_unwritable = "medium_unwritable";

/// Appends one sealed line.
/// errors  PracticeError practice_storage: the command may not show records without a log entry;
///         medium_unwritable: nobody could add one
void append_access(const std::string& path, const PracticeSecret& secret, const AccessEntry& entry);

/// Copies the lines that are not in core_access yet to a new file. Without such lines it makes no
/// file.
/// errors  PracticeError practice_storage; Error file_error
void copy_access_log(const std::string& path, const std::string& target);

/// Appends a line for a failed unlock. It is not sealed, because no key is available. No two lines
/// are equal, so each failed unlock counts.
void append_failed_unlock(const std::string& path, Instant at, const std::string& login);

/// Moves the lines to core_access, immediately before COMMIT. A changed line, or a line whose
/// predecessor is missing, becomes an entry with the command "access log damaged". Other commands
/// wait until the destructor to append.
class AccessTransfer {
  public:
    AccessTransfer(SQLite::Database& db, const std::string& path, Instant now);

    /// Empties the log after COMMIT, if possible.
    void done();

  private:
    Descriptor file_;
};

} // namespace praxis::practice
