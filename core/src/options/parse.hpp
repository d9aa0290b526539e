// SPDX-License-Identifier: MIT
/// Parses the arguments of a command with Boost.Program_options, as its CommandSpec describes them.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::command_line {

/// An option or argument with its value as text; a flag's text is empty.
struct Given {
    const OptionSpec* spec = nullptr;
    std::string token;
};

/// Assigns each argument to an option or a positional argument. It does not read the values.
/// errors  UsageError: unknown option (with a suggestion), missing value, too many or too few
///         arguments, a value that is not among the choices
std::vector<Given>
parse(const std::vector<std::string>& tokens, const std::vector<OptionSpec>& options);

/// Reads each value into `args`. If an option is given twice, the last value counts.
/// errors  UsageError that starts with the option's name
void read_into(void* args, const std::vector<Given>& given, const WordContext& context);

/// How users write the option: "--born" or "CLIENT".
std::string spelling_of(const OptionSpec& option);

} // namespace praxis::command_line
