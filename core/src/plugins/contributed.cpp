// SPDX-License-Identifier: MIT
#include "plugins/contributed.hpp"

#include "files.hpp"

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

void add_files(
    const Manifest& manifest, std::string_view point, std::vector<ContributedFile>& files
) {
    for (const auto& [contributed, folder] : manifest.files) {
        const fs::path place = fs::path{manifest.folder} / folder;
        if (contributed != point || !fs::is_directory(place)) {
            continue;
        }
        for (const auto& path : toml_files_of(place)) {
            auto text = read_whole_file(path, most_bytes);
            refuse_other_than_utf8(text, path);
            files.push_back({manifest.name, fs::path{path}.stem().string(), path, std::move(text)});
        }
    }
}

} // namespace

bool has_files(const Manifest& manifest, const std::string& folder) {
    const fs::path place = fs::path{manifest.folder} / folder;
    return fs::is_directory(place) && !toml_files_of(place).empty();
}

std::vector<ContributedFile> contributed_files(const Platform& platform, std::string_view point) {
    std::vector<ContributedFile> files;
    for (const bool bundled : {true, false}) {
        for (const auto& manifest : platform.manifests()) {
            if ((manifest.origin == Origin::bundled) == bundled &&
                !platform.state().is_disabled(manifest.name)) {
                add_files(manifest, point, files);
            }
        }
    }
    return files;
}

} // namespace praxis::plugins
