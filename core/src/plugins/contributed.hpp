// SPDX-License-Identifier: MIT
/// Finds the declarative files of plugins, such as techniques.
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
    /// A sentence for each plugin that cannot be read, or whose declared folder has no file.
    std::vector<std::string> left_out;
};

/// errors  Refused when a file cannot be read or is not UTF-8
Contributed contributed_files(const Platform& platform, std::string_view point);

} // namespace praxis::plugins
