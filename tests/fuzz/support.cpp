// SPDX-License-Identifier: MIT
#include "targets.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

namespace praxis::fuzz {

void demand(bool truth, const char* what) {
    if (!truth) {
        std::cerr << what << "\n";
        std::abort();
    }
}

namespace {

std::vector<std::string> read_files(const std::string& folder, const std::string& ending) {
    namespace fs = std::filesystem;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator{fs::path{PRAXIS_SOURCE_DIR} / folder}) {
        if (entry.path().string().ends_with(ending)) {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<std::string> texts;
    for (const auto& path : paths) {
        std::ifstream file{path, std::ios::binary};
        texts.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    demand(!texts.empty(), "there are no seeds");
    return texts;
}

} // namespace

std::function<std::vector<std::string>()> files_in(std::string folder, std::string ending) {
    return [folder = std::move(folder), ending = std::move(ending)] {
        return read_files(folder, ending);
    };
}

} // namespace praxis::fuzz
