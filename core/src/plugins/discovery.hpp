// SPDX-License-Identifier: MIT
/// Which plugins there are: folders with a plugin.toml, one level down in the folders that are
/// searched. Manifests are read through an index, so that a hundred plugins cost a hundred stat()s.
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

/// Looks into the folders in their order: the first plugin of a name is the one. One that came with
/// praxis gives way only to one that was trusted to replace it. Folders that are the same one are
/// looked at once. `index_file` may be empty: then every manifest is read.
Discovered discover(
    const std::vector<SearchFolder>& folders,
    const std::string& index_file,
    const PluginState& state
);

} // namespace praxis::plugins
