// SPDX-License-Identifier: MIT
/// Shell completion for options that the commands share.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::outcomes {

/// The ids of all instruments, which are the names of their files.
inline std::vector<std::string> complete_instrument(const Completing& half) {
    std::vector<std::string> ids;
    for (const auto& file : half.contributed_files("instrument/1")) {
        ids.push_back(file.name);
    }
    return ids;
}

} // namespace praxis::outcomes
