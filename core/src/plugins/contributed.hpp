// SPDX-License-Identifier: MIT
/// What the manifests and the folders of plugins contribute, such as techniques. Runs no code of a
/// plugin.
#pragma once
#include "plugins/platform.hpp"

#include <praxis/session.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::plugins {

struct Contributed {
    /// Files of bundled plugins come first, so that no other plugin can take their ids; then by
    /// plugin and name. Without the files of disabled plugins.
    std::vector<ContributedFile> files;
    /// A sentence for each plugin that cannot be read, whose declared folder has no file, or whose
    /// files another user could change.
    std::vector<std::string> left_out;
};

/// errors  Refused when a file cannot be read or is not UTF-8
Contributed contributed_files(const Platform& platform, std::string_view point);

/// The names that the manifests of enabled plugins give for an extension point, each once.
std::vector<std::string> contributed_names(const Platform& platform, std::string_view point);

} // namespace praxis::plugins
