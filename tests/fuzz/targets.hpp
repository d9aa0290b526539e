// SPDX-License-Identifier: MIT
/// What the fuzzers feed: each function that reads what praxis did not write itself. A target may
/// refuse its input with an Error; anything else that goes wrong is a fault.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::fuzz {

struct Target {
    std::string name;
    void (*read)(std::string_view input);
    std::function<std::vector<std::string>()> seeds; // inputs to begin with
};

std::vector<Target> core_targets();
std::vector<Target> soap_targets();

/// Seeds: the files of a folder of the tree with that ending, in the order of their names.
std::function<std::vector<std::string>()> files_in(std::string folder, std::string ending);

/// Ends the program, with that text, unless `truth` holds.
void demand(bool truth, const char* what);

} // namespace praxis::fuzz
