// SPDX-License-Identifier: MIT
/// The library of home care that comes with praxis, read from the source tree.
#pragma once
#include "homecare/library.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace praxis::plans::home::testing {

inline std::string library_folder() {
    const std::string file = __FILE__;
    return file.substr(0, file.rfind("/plugins/")) + "/schemas/plans/homecare/";
}

inline std::string read_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline const Library& our_library() {
    static const Library library = [] {
        std::set<std::string> paths;
        for (const auto& entry : std::filesystem::directory_iterator{library_folder()}) {
            if (entry.path().extension() == ".toml") {
                paths.insert(entry.path().string());
            }
        }
        Library read;
        for (const auto& path : paths) {
            read_library({"plans", path, path, read_file(path)}, read);
        }
        check_library(read, [](const std::string&) { return true; });
        return read;
    }();
    return library;
}

} // namespace praxis::plans::home::testing
