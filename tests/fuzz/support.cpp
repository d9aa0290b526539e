// SPDX-License-Identifier: MIT
#include "targets.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace praxis::fuzz {

void demand(bool truth, const char* what) {
    if (!truth) {
        std::cerr << what << "\n";
        std::abort();
    }
}

std::vector<std::string> files_in(const std::string& folder, const std::string& ending) {
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

} // namespace praxis::fuzz
