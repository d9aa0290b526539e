// SPDX-License-Identifier: MIT
/// Puts a restored practice in the place of a practice, and keeps the old one. If the process is
/// killed in between, the place has either the old or the new practice, and the next command
/// finishes the replacement. swap.cpp explains the steps.
#pragma once
#include "practice/file.hpp"
#include "system/files.hpp"
#include "system/unfinished.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace praxis::backup {

/// Names of the files in a backup and in a restored folder. They do not depend on the practice's
/// own name.
inline constexpr const char* database_name = "practice.db";
inline constexpr const char* keys_name = "practice.keys";
inline constexpr const char* access_log_name = "practice.access";

/// The absolute path, checked as a place for a practice.
/// errors  UsageError: empty, a folder, or a name with the ending of a file beside a practice
std::string whole_path(const std::string& path);

/// Whether a practice or its key file exists at the path.
bool is_taken(const std::string& path);

/// A practice at a place: the file, and the end of its journal. It differs as soon as a command
/// stores a change there, or another practice comes to the place.
struct Occupant {
    std::uint64_t device = 0; // 0: there is no file
    std::uint64_t inode = 0;
    std::string anchor; // the bytes of practice.head; empty without one

    bool operator==(const Occupant&) const = default;
};

Occupant occupant_of(const std::string& path);

/// The replacement of the practice at `path`. From its construction to its end no other program can
/// use that practice.
class Swap {
  public:
    /// errors  PracticeError practice_busy: another program has the practice open
    explicit Swap(std::string path);
    Swap(const Swap&) = delete;
    Swap& operator=(const Swap&) = delete;
    ~Swap();

    [[nodiscard]] Occupant occupant() const { return occupant_of(path_); }

    /// Moves practice.db and practice.keys of the folder to the path. The old practice stays beside
    /// it with `mark` in its name: practice.db as practice-MARK.db. Returns the path of the old
    /// practice; nullopt if there was none.
    /// errors  Error file_error
    std::optional<std::string> put(UnfinishedFolder& restored, const std::string& mark);

  private:
    std::string path_;
    practice::WriterLock writer_lock_;
    Descriptor locked_out_;
};

/// Finishes the replacement of a killed restore; does nothing if there is none.
/// errors  Error file_error
void finish_swap(const std::string& path);

} // namespace praxis::backup
