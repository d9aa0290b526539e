// SPDX-License-Identifier: MIT
/// Other programs that praxis starts: the editor, the pager, the passphrase command.
#pragma once
#include <string>
#include <vector>

namespace praxis {

/// Runs a program on the person's own terminal and waits for it; gives its exit code.
/// errors  Error failed when it cannot be started
int run_program(const std::vector<std::string>& words);

/// The same, with `input` on its standard input.
int run_program_with_input(const std::vector<std::string>& words, const std::string& input);

/// What a program writes to stdout.
/// errors  Error failed when it cannot be started or fails
std::string output_of_program(const std::vector<std::string>& words);

} // namespace praxis
