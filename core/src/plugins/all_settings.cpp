// SPDX-License-Identifier: MIT
#include "plugins/all_settings.hpp"

namespace praxis::plugins {

std::vector<Setting> all_settings(const Platform& platform) {
    auto settings = core_settings();
    for (const auto& manifest : platform.manifests()) {
        settings.insert(settings.end(), manifest.settings.begin(), manifest.settings.end());
    }
    return settings;
}

} // namespace praxis::plugins
