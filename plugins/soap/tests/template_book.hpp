// SPDX-License-Identifier: MIT
/// The templates of our schemas, for tests without the program.
#pragma once
#include "template/template.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace praxis::soap::testing {

inline std::string read_file(const boost::filesystem::path& path) {
    std::ifstream file{path.string(), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline std::vector<ContributedFile>
files_of(const std::string& folder, const std::string& plugin = "soap") {
    namespace fs = boost::filesystem;
    const auto schemas = fs::path{__FILE__}.parent_path() / "../../../schemas" / plugin / folder;
    std::vector<fs::path> paths{fs::directory_iterator{schemas}, fs::directory_iterator{}};
    std::sort(paths.begin(), paths.end());
    std::vector<ContributedFile> files;
    for (const auto& path : paths) {
        files.push_back({plugin, path.stem().string(), path.string(), read_file(path)});
    }
    return files;
}

/// All rule files; the contraindications belong to the plugin safety.
inline std::vector<ContributedFile> rule_files() {
    auto files = files_of("suggestions");
    for (auto& file : files_of("rules", "safety")) {
        files.push_back(std::move(file));
    }
    return files;
}

inline const TemplateBook& our_book() {
    static const auto book = TemplateBook::from_files(files_of("parts"), files_of("techniques"));
    return book;
}

} // namespace praxis::soap::testing
