// SPDX-License-Identifier: MIT
/// The declarative files of plugins' folders, such as techniques.
#pragma once
#include "plugins/platform.hpp"

#include <praxis/session.hpp>

#include <string_view>
#include <vector>

namespace praxis::plugins {

/// Whether there is any in a folder of the plugin's.
bool has_files(const Manifest& manifest, const std::string& folder);

/// Those that came with the program first, so that nobody takes an id from them; by plugin, then by
/// name. Nothing of a plugin that is disabled.
/// errors  Refused when one cannot be read, or is no UTF-8
std::vector<ContributedFile> contributed_files(const Platform& platform, std::string_view point);

} // namespace praxis::plugins
