// SPDX-License-Identifier: MIT
/// The functions of the core that the program calls, behind one exported name. The program loads
/// the core with dlopen(), so `praxis --version` does not wait for the database libraries.
#pragma once
#include <praxis/abi.h>
#include <praxis/error.hpp>

#include <exception>
#include <string>
#include <vector>

namespace praxis {

struct Program {
    /// Runs one command in the real process; see run_praxis() in host.hpp.
    Exit (*run)(const std::string& bundled_plugins, const std::vector<std::string>& arguments);
    /// See describe_error() and exit_of() in host.hpp.
    std::string (*describe_error)(const std::exception&, const std::vector<std::string>& arguments);
    Exit (*exit_of)(const std::exception&);
};

} // namespace praxis

extern "C" PRAXIS_API const praxis::Program praxis_program;
