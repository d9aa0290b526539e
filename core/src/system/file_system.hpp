// SPDX-License-Identifier: MIT
/// Whether the file system of a practice supports a write-ahead log (SQLite, "Write-Ahead
/// Logging").
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace praxis::practice {

/// The name of a kind of file system (statfs) whose locks or shared memory are unreliable: "NFS".
/// nullopt for other file systems.
std::optional<std::string> unsuited_file_system(std::uint64_t type);

/// The same for the file system of `path`. When `path` does not exist, its nearest existing parent
/// folder counts.
std::optional<std::string> unsuited_file_system(const std::string& path);

/// Whether a practice at `path` must not use a write-ahead log.
bool unsuited_for_wal(const std::string& path);

} // namespace praxis::practice
