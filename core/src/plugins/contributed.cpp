// SPDX-License-Identifier: MIT
#include "plugins/contributed.hpp"

#include "plugins/data_files.hpp"
#include "system/files.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <string>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;

bool has_files_for(const Manifest& manifest, std::string_view point) {
    return std::any_of(manifest.files.begin(), manifest.files.end(), [&](const auto& one) {
        return one.first == point;
    });
}

void add_files(const Manifest& manifest, std::string_view point, Contributed& contributed) {
    for (const auto& [filled, folder] : manifest.files) {
        if (filled != point) {
            continue;
        }
        const auto paths = data_files(manifest, folder, ".toml");
        for (const auto& path : paths) {
            auto text = read_whole_file(path, most_bytes);
            refuse_other_than_utf8(text, path);
            contributed.files.push_back(
                {manifest.name, fs::path{path}.stem().string(), path, std::move(text)}
            );
        }
        if (paths.empty()) {
            contributed.left_out.push_back(
                "the plugin '" + manifest.name + "' has no .toml file in its folder " + folder
            );
        }
    }
}

/// Refuses all files of a plugin if other users could change one of them, as with libraries.
void add_sound_files(const Manifest& manifest, std::string_view point, Contributed& contributed) {
    if (!has_files_for(manifest, point)) {
        return;
    }
    if (const auto problem = problem_with_data(manifest)) {
        contributed.left_out.push_back(
            "praxis ignores the files of the plugin '" + manifest.name + "': " + *problem
        );
        return;
    }
    add_files(manifest, point, contributed);
}

} // namespace

Contributed contributed_files(const Platform& platform, std::string_view point) {
    Contributed contributed;
    for (const bool bundled : {true, false}) {
        for (const auto& manifest : platform.manifests()) {
            if ((manifest.origin == Origin::bundled) == bundled &&
                !platform.state().is_disabled(manifest.name)) {
                add_sound_files(manifest, point, contributed);
            }
        }
    }
    for (const auto& broken : platform.unreadable()) {
        contributed.left_out.push_back(
            "the plugin '" + broken.plugin +
            "' cannot be read, so praxis ignores its files: " + broken.reason
        );
    }
    return contributed;
}

std::vector<std::string> contributed_names(const Platform& platform, std::string_view point) {
    std::vector<std::string> all;
    for (const auto& manifest : platform.manifests()) {
        if (platform.state().is_disabled(manifest.name)) {
            continue;
        }
        for (const auto& [filled, names] : manifest.contributes) {
            for (const auto& name : names) {
                if (filled == point && std::find(all.begin(), all.end(), name) == all.end()) {
                    all.push_back(name);
                }
            }
        }
    }
    return all;
}

} // namespace praxis::plugins
