// SPDX-License-Identifier: MIT
/// Runs a command, from its command line to its exit code.
#pragma once
#include "system/environment.hpp"

#include <praxis/error.hpp>

#include <string>
#include <vector>

namespace praxis {

/// Runs one command and returns its exit code.
/// errors  every Error of error.hpp; SQLite::Exception; any exception of a plugin
PRAXIS_API Exit
run_praxis(const Environment& environment, const std::vector<std::string>& arguments);

/// The text of an error: a message and a hint, or one JSON object if the arguments contain --json.
/// Ends with a line feed.
PRAXIS_API std::string
describe_error(const std::exception& error, const std::vector<std::string>& arguments);

/// The exit code of an error.
PRAXIS_API Exit exit_of(const std::exception& error);

} // namespace praxis
