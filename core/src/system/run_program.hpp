// SPDX-License-Identifier: MIT
/// Starts other programs: the editor, the pager, the passphrase command.
#pragma once
#include <string>
#include <vector>

namespace praxis {

/// Runs a program on the user's terminal and waits for it; returns its exit code.
/// errors  Error failed when it cannot be started
int run_program(const std::vector<std::string>& command);

/// The same, with `input` as its standard input.
int run_program_with_input(const std::vector<std::string>& command, const std::string& input);

/// Runs a program and returns what it writes to stdout.
/// errors  Error failed when it cannot be started or fails
std::string output_of_program(const std::vector<std::string>& command);

} // namespace praxis
