// SPDX-License-Identifier: MIT
/// Splits a command line from the environment, such as EDITOR, as a shell does.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// The words of a command line: quotes keep blanks together, a backslash keeps the next character
/// as it is. Nothing is expanded: no variables, no patterns, no ~.
/// name    of the variable, for the error
/// errors  UsageError when a quotation mark is not closed
std::vector<std::string> split_shell_words(std::string_view text, std::string_view name);

} // namespace praxis
