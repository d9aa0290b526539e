// SPDX-License-Identifier: MIT
/// The declarative files of plugins' folders, such as techniques.
#pragma once
#include "plugins/platform.hpp"

#include <praxis/session.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::plugins {

struct Contributed {
    /// Those that came with the program first, so that nobody takes an id from them; by plugin,
    /// then by name. Nothing of a plugin that is disabled.
    std::vector<ContributedFile> files;
    /// A sentence for each plugin that cannot be read, or has no file where it says there are.
    std::vector<std::string> left_out;
};

/// errors  Refused when a file cannot be read, or is no UTF-8
Contributed contributed_files(const Platform& platform, std::string_view point);

} // namespace praxis::plugins
