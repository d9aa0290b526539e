// SPDX-License-Identifier: MIT
/// Where a real program looks for plugins, and where it keeps what it knows about them.
#pragma once
#include "options/globals.hpp"
#include "plugins/platform.hpp"
#include "system/config.hpp"
#include "system/environment.hpp"

#include <string>

namespace praxis::plugins {

/// --plugin-dir, PRAXIS_PLUGIN_PATH, plugins.paths of the configuration, the person's data folder,
/// /usr/local/lib, what came with the program; none with --no-plugins or PRAXIS_NO_PLUGINS.
Places places_of(
    const Environment& environment, const command_line::Globals& globals, const Config& config
);

/// Whether --no-plugins or PRAXIS_NO_PLUGINS says so.
bool are_switched_off(const Environment& environment, const command_line::Globals& globals);

/// Where `praxis plugin add` puts plugins: $XDG_DATA_HOME/praxis/plugins.
std::string own_folder(const Environment& environment);

} // namespace praxis::plugins
