// SPDX-License-Identifier: MIT
/// Puts a restored practice where a practice is used, and keeps what was there.
///
/// A practice is several files, and no rename moves them all at once. So the restored files, and a
/// plan of what goes where, lie in a folder of their own, and one rename to "practice.restoring"
/// decides: before it nothing has happened, after it the next command that finds the folder goes
/// through with the plan. Whoever is killed in between leaves the old practice or the new one.
#pragma once
#include "system/unfinished.hpp"

#include <optional>
#include <string>

namespace praxis::backup {

/// Names under which the files lie in a backup and in a restored folder, whatever the practice's
/// own are called.
inline constexpr const char* database_name = "practice.db";
inline constexpr const char* keys_name = "practice.keys";
inline constexpr const char* access_log_name = "practice.access";

/// The path from the root, fit for a practice.
/// errors  UsageError: empty, a folder, or a name that belongs to what lies beside a practice
std::string whole_path(const std::string& path);

/// Whether a practice, or its key file, is at the path.
bool is_taken(const std::string& path);

/// Puts practice.db and practice.keys of the folder to the path. What was there is kept beside it
/// under `mark`: practice.db as practice-MARK.db. Gives the path of what was kept; nothing when
/// nothing was there.
/// errors  PracticeError practice_busy: somebody has the practice open; Error file_error
std::optional<std::string>
swap_in(UnfinishedFolder& restored, const std::string& path, const std::string& mark);

/// Goes through with what a killed restore had decided; does nothing when there was none.
/// errors  Error file_error
void finish_swap(const std::string& path);

} // namespace praxis::backup
