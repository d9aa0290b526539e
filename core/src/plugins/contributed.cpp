// SPDX-License-Identifier: MIT
#include "plugins/contributed.hpp"

#include "system/files.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <string>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;

std::vector<std::string> toml_files_of(const fs::path& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".toml") {
            paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void add_files(const Manifest& manifest, std::string_view point, Contributed& contributed) {
    for (const auto& [filled, folder] : manifest.files) {
        if (filled != point) {
            continue;
        }
        const fs::path place = fs::path{manifest.folder} / folder;
        const auto paths =
            fs::is_directory(place) ? toml_files_of(place) : std::vector<std::string>{};
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

} // namespace

Contributed contributed_files(const Platform& platform, std::string_view point) {
    Contributed contributed;
    for (const bool bundled : {true, false}) {
        for (const auto& manifest : platform.manifests()) {
            if ((manifest.origin == Origin::bundled) == bundled &&
                !platform.state().is_disabled(manifest.name)) {
                add_files(manifest, point, contributed);
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
