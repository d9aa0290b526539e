// SPDX-License-Identifier: MIT
/// The data files of a plugin: techniques, rules and help. Their text counts without trust, so
/// praxis reads it only from files that nobody else can change.
#pragma once
#include "plugins/manifest.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::plugins {

/// The folder of a plugin's subjects for `praxis help`.
inline constexpr const char* help_folder = "help";

/// The paths of the files in a folder of the plugin that end in `ending`, by name. A missing folder
/// has none.
std::vector<std::string>
data_files(const Manifest& manifest, const std::string& folder, const std::string& ending);

/// Why users other than the owner and root could change the manifest or a data file, or why a file
/// is not the plugin's own (a link that leads out of its folder, a pipe); nullopt if all are sound.
/// The files of a bundled plugin belong to the program.
std::optional<std::string> problem_with_data(const Manifest& manifest);

} // namespace praxis::plugins
