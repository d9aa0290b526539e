// SPDX-License-Identifier: MIT
/// What the program calls in the core. It finds all of it under one name once the core is loaded,
/// so that what needs no records never waits for the libraries that read them.
#pragma once
#include <praxis/abi.h>
#include <praxis/error.hpp>

#include <exception>
#include <string>
#include <vector>

namespace praxis {

struct Program {
    /// Runs one command in the real process; see run_praxis() in host.hpp.
    Exit (*run)(const std::string& bundled_plugins, const std::vector<std::string>& words);
    /// See describe_error() and exit_of() in host.hpp.
    std::string (*describe_error)(const std::exception&, const std::vector<std::string>& words);
    Exit (*exit_of)(const std::exception&);
};

} // namespace praxis

extern "C" PRAXIS_API const praxis::Program praxis_program;
