// SPDX-License-Identifier: MIT
/// Which plugins there are: folders with a plugin.toml, one level below the folders that praxis
/// searches.
#pragma once
#include "plugins/manifest.hpp"

#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::plugins {

class PluginState;

struct SearchFolder {
    std::string path;
    Origin origin = Origin::given;
};

struct Discovered {
    std::vector<Manifest> manifests;     // one of each name
    std::vector<Manifest> hidden;        // another one of the name is used
    std::vector<Unavailable> unreadable; // folders whose manifest says nothing usable, and why
};

/// Reads the folders in their order: the first plugin of a name counts. A plugin that came with
/// praxis gives way only to one that the person trusted to replace it.
Discovered discover(const std::vector<SearchFolder>& folders, const PluginState& state);

} // namespace praxis::plugins
