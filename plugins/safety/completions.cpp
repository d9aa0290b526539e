// SPDX-License-Identifier: MIT
#include "completions.hpp"

#include <praxis/body.hpp>

namespace praxis::safety {

std::vector<std::string> complete_technique(const Completing& half) {
    std::vector<std::string> ids;
    for (const auto& file : half.contributed_files("technique/1")) {
        ids.push_back(file.name);
    }
    return ids;
}

std::vector<std::string> complete_region(const Completing& /*half*/) {
    return all_regions();
}

} // namespace praxis::safety
