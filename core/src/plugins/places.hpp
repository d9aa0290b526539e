// SPDX-License-Identifier: MIT
/// Where praxis searches for plugins, and where it stores their index and the user's decisions.
#pragma once
#include "options/globals.hpp"
#include "plugins/platform.hpp"
#include "system/config.hpp"
#include "system/environment.hpp"

#include <string>

namespace praxis::plugins {

/// --plugin-dir, PRAXIS_PLUGIN_PATH, plugins.paths of the configuration, the user's data folder,
/// /usr/local/lib, the bundled plugins; none with --no-plugins or PRAXIS_NO_PLUGINS.
Places places_of(
    const Environment& environment, const command_line::Globals& globals, const Config& config
);

/// Whether --no-plugins or PRAXIS_NO_PLUGINS says so.
bool are_switched_off(const Environment& environment, const command_line::Globals& globals);

/// Where `praxis plugin add` puts plugins: $XDG_DATA_HOME/praxis/plugins.
std::string own_folder(const Environment& environment);

} // namespace praxis::plugins
