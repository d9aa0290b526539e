// SPDX-License-Identifier: MIT
/// Who looked at what: a sealed line beside the practice for each look, so that a command that only
/// reads writes nothing to the practice and syncs nothing. The next command that writes takes the
/// lines over into core_access, and so into the journal.
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

/// Appends one sealed line.
/// errors  PracticeError practice_storage: a look that cannot be recorded is refused
void append_access(const std::string& path, const PracticeSecret& secret, const AccessEntry& entry);

/// Copies the lines that no change has taken over yet into a new file; without any, makes none.
/// errors  PracticeError practice_storage; Error file_error
void copy_access_log(const std::string& path, const std::string& target);

/// Appends the line of an unlock that failed: the one thing that is known without a key.
void append_failed_unlock(const std::string& path, Instant at, const std::string& login);

/// Takes the looks over into core_access, the last thing before a COMMIT. A line that is missing
/// its neighbour or was changed becomes a look with the command "access log damaged". Others who
/// want to append wait until this goes out of scope.
class AccessTransfer {
  public:
    AccessTransfer(SQLite::Database& db, const std::string& path, Instant now);

    /// After the COMMIT: empties the log, if it can.
    void done();

  private:
    Descriptor file_;
};

} // namespace praxis::practice
