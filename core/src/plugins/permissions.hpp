// SPDX-License-Identifier: MIT
/// Code that somebody else can replace is somebody else's code.
#pragma once
#include <optional>
#include <string>

namespace praxis::plugins {

/// Why a file or folder could be changed by others than its owner and root; nothing when it could
/// not. `path` alone is looked at, not what it lies in. The sentence says what mends it.
std::optional<std::string> problem_of(const std::string& path);

/// The same for the path and every folder above it: whoever can change one of them can put another
/// file in its place.
std::optional<std::string> problem_up_to_root(const std::string& path);

/// Whether root alone can change the path and every folder above it.
bool is_roots_alone(const std::string& path);

} // namespace praxis::plugins
