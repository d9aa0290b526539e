// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/platform.hpp"
#include "system/settings.hpp"

#include <vector>

namespace praxis::plugins {

/// The settings of the core and of every installed plugin, by owner, in the order of their tables.
std::vector<Setting> all_settings(const Platform& platform);

} // namespace praxis::plugins
