// SPDX-License-Identifier: MIT
#include "plugins/data_files.hpp"

#include "plugins/permissions.hpp"

#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

bool is_below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

/// Checks a file or folder of the plugin, and the folders between it and the plugin's folder.
std::optional<std::string> problem_inside(const fs::path& root, const std::string& path) {
    boost::system::error_code error;
    const auto real = fs::canonical(path, error);
    if (error) {
        return visible(path) + " cannot be read: " + error.message();
    }
    if (!is_below(real, root)) {
        return visible(path) + " leads out of the plugin's folder";
    }
    for (auto place = real; place != root; place = place.parent_path()) {
        if (auto problem = problem_of(place.string())) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<std::string> problem_with_file(const fs::path& root, const std::string& path) {
    if (auto problem = problem_inside(root, path)) {
        return problem;
    }
    boost::system::error_code error;
    if (!fs::is_regular_file(path, error)) {
        return visible(path) + " is not a regular file";
    }
    return std::nullopt;
}

std::optional<std::string> problem_with_folder(
    const Manifest& manifest,
    const fs::path& root,
    const std::string& folder,
    const std::string& ending
) {
    const auto path = manifest.folder + "/" + folder;
    boost::system::error_code error;
    if (!fs::exists(fs::symlink_status(path, error))) {
        return std::nullopt;
    }
    if (auto problem = problem_inside(root, path)) {
        return problem;
    }
    for (const auto& file : data_files(manifest, folder, ending)) {
        if (auto problem = problem_with_file(root, file)) {
            return problem;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string>
data_files(const Manifest& manifest, const std::string& folder, const std::string& ending) {
    std::vector<std::string> paths;
    boost::system::error_code error;
    for (fs::directory_iterator entry{manifest.folder + "/" + folder, error}, end;
         !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ending) {
            paths.push_back(entry->path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::optional<std::string> problem_with_data(const Manifest& manifest) {
    if (manifest.origin == Origin::bundled) {
        return problem_of(manifest.folder);
    }
    boost::system::error_code error;
    const auto root = fs::canonical(manifest.folder, error);
    if (error) {
        return visible(manifest.folder) + " cannot be read: " + error.message();
    }
    auto problem = problem_above(manifest.folder);
    if (problem || (problem = problem_of(manifest.folder)) ||
        (problem = problem_with_file(root, manifest.folder + "/plugin.toml"))) {
        return problem;
    }
    for (const auto& [point, folder] : manifest.files) {
        if ((problem = problem_with_folder(manifest, root, folder, ".toml"))) {
            return problem;
        }
    }
    return problem_with_folder(manifest, root, help_folder, ".md");
}

} // namespace praxis::plugins
