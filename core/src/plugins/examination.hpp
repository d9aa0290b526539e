// SPDX-License-Identifier: MIT
/// Tries plugins, each in a process of its own with a limit: one that crashes, hangs or throws is a
/// line of the answer, and takes nobody down.
#pragma once
#include "plugins/platform.hpp"

#include <string>
#include <vector>

namespace praxis::plugins {

struct Finding {
    enum class Weight { ok, warning, wrong };

    std::string plugin;
    Weight weight = Weight::ok;
    std::string found;
    std::string fix; // or empty
};

/// Everything that can be said of a plugin: where it stands, whether its needs are there and it
/// loads within three seconds, whether another one claims the same words, what its manifest does
/// not mean.
std::vector<Finding> examine_plugin(Platform& platform, const Manifest& manifest);

} // namespace praxis::plugins
