// SPDX-License-Identifier: MIT
/// The life of a command, from its words to its exit code (design.md section 2).
#pragma once
#include "system/environment.hpp"

#include <praxis/error.hpp>

#include <string>
#include <vector>

namespace praxis {

/// Runs one command. Returns when it is done; throws what went wrong.
/// errors  every Error of error.hpp; SQLite::Exception and whatever a plugin throws besides
PRAXIS_API Exit run_praxis(const Environment& environment, const std::vector<std::string>& words);

/// The error as the person or the script shall see it: a sentence and a hint, or with --json among
/// the words one JSON object. Ends in a line feed.
PRAXIS_API std::string
describe_error(const std::exception& error, const std::vector<std::string>& words);

/// The exit code that belongs to it.
PRAXIS_API Exit exit_of(const std::exception& error);

} // namespace praxis
