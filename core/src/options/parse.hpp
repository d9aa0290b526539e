// SPDX-License-Identifier: MIT
/// The words behind a verb, understood by Boost.Program_options against the verb's card.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::command_line {

/// An option or argument with the word given for it; a flag's word is empty.
struct Given {
    const OptionSpec* spec = nullptr;
    std::string word;
};

/// Sorts the words out: which option, which argument. Values are not read yet.
/// errors  UsageError: unknown option (with what was probably meant), a value missing, too many or
///         too few arguments, a word that is not among the choices
std::vector<Given>
parse(const std::vector<std::string>& words, const std::vector<OptionSpec>& options);

/// Reads each value into the command's arguments; of an option given twice the last one counts.
/// errors  UsageError, beginning with the option's name
void read_into(void* args, const std::vector<Given>& given, const WordContext& context);

/// "--born" or "CLIENT".
std::string spelled(const OptionSpec& option);

} // namespace praxis::command_line
