// SPDX-License-Identifier: MIT
/// Puts a restored practice in the place of a practice, and keeps the old one. If the process is
/// killed in between, the place has either the old or the new practice, and the next command
/// finishes the replacement. swap.cpp explains the steps.
#pragma once
#include "system/unfinished.hpp"

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

/// Moves practice.db and practice.keys of the folder to `path`. The old practice stays beside it
/// with `mark` in its name: practice.db as practice-MARK.db. Returns the path of the old practice;
/// nullopt if there was none.
/// errors  PracticeError practice_busy: another program has the practice open; Error file_error
std::optional<std::string>
swap_in(UnfinishedFolder& restored, const std::string& path, const std::string& mark);

/// Finishes the replacement of a killed restore; does nothing if there is none.
/// errors  Error file_error
void finish_swap(const std::string& path);

} // namespace praxis::backup
