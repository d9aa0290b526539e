// SPDX-License-Identifier: MIT
/// Finds what plugins offer each other: services and contributions to extension points.
#pragma once
#include "plugins/platform.hpp"

#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string_view>
#include <vector>

namespace praxis::plugins {

/// The service of that id; loads the plugin that offers it.
/// errors  PluginError when no plugin offers it, or its plugin cannot be loaded
void* get_service(Platform& platform, std::string_view id);

/// Every contribution to an extension point, in the order of the plugins; loads them.
/// db           the open practice, or nullptr: contributions of plugins whose tables it lacks are
///              left out
/// unavailable  gets each plugin whose contributions are left out, with the reason
std::vector<const void*> contributions_to(
    Platform& platform,
    SQLite::Database* db,
    std::string_view point,
    std::vector<Unavailable>& unavailable
);

/// The contributions of the plugins whose manifests name `name` for the extension point; loads only
/// those plugins.
/// errors  PluginError when such a plugin cannot be loaded
std::vector<const void*>
contributions_named(Platform& platform, std::string_view point, std::string_view name);

} // namespace praxis::plugins
