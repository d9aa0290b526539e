// SPDX-License-Identifier: MIT
/// The declarative files of plugins' folders, such as techniques.
#pragma once
#include "plugins/manifest.hpp"

#include <praxis/session.hpp>

#include <string_view>
#include <vector>

namespace praxis::plugins {

/// By plugin, then by name.
/// errors  Refused when one cannot be read, or is no UTF-8
std::vector<ContributedFile>
contributed_files(const std::vector<Manifest>& manifests, std::string_view point);

} // namespace praxis::plugins
