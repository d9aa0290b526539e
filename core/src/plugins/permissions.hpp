// SPDX-License-Identifier: MIT
/// Checks whether other users could replace a plugin's files.
#pragma once
#include <optional>
#include <string>

namespace praxis::plugins {

/// Why users other than the owner and root could change a file or folder, with the fix; nullopt if
/// they cannot. Checks `path` alone, not the folders above it.
std::optional<std::string> problem_of(const std::string& path);

/// The same for the path and every folder above it: a user who can change one of these folders can
/// replace the file.
std::optional<std::string> problem_up_to_root(const std::string& path);

/// The same for the folders above the path only. A folder of root such as /tmp passes, because in
/// it only the owner of a file can replace that file.
std::optional<std::string> problem_above(const std::string& path);

/// Whether root alone can change the path and every folder above it.
bool is_roots_alone(const std::string& path);

} // namespace praxis::plugins
