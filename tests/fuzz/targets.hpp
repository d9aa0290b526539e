// SPDX-License-Identifier: MIT
/// What the fuzzers feed: each function that reads what praxis did not write itself. A target may
/// refuse its input with an Error; anything else that goes wrong is a fault.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis::fuzz {

struct Target {
    std::string name;
    void (*read)(std::string_view input);
    /// Inputs to begin with.
    std::vector<std::string> (*seeds)();
};

std::vector<Target> core_targets();
std::vector<Target> soap_targets();

/// The files of a folder of the tree with that ending, in the order of their names.
std::vector<std::string> files_in(const std::string& folder, const std::string& ending);

/// Ends the program, with that text, unless `truth` holds.
void demand(bool truth, const char* what);

} // namespace praxis::fuzz
