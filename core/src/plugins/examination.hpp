// SPDX-License-Identifier: MIT
/// Tests each plugin in a process of its own with a time limit. A plugin that crashes, hangs or
/// throws becomes a finding and does not end praxis.
#pragma once
#include "plugins/platform.hpp"

#include <string>
#include <vector>

namespace praxis::plugins {

struct Finding {
    enum class Severity { ok, warning, wrong };

    std::string plugin;
    Severity severity = Severity::ok;
    std::string found;
    std::string fix; // or empty
};

/// Examines a plugin: its standing, whether the plugins that it needs are installed, whether it
/// loads within three seconds, whether another plugin claims the same commands, and unknown keys in
/// its manifest.
std::vector<Finding> examine_plugin(Platform& platform, const Manifest& manifest);

} // namespace praxis::plugins
