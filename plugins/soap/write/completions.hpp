// SPDX-License-Identifier: MIT
/// Completion of the values of note options in the shell.
#pragma once
#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// The ids of techniques.
std::vector<std::string> complete_technique(const Completing& half);

/// For --set: the path of a field with "=", and with each of its choices.
std::vector<std::string> complete_set(const Completing& half);

/// For --work: the next token of a line of shorthand.
std::vector<std::string> complete_work(const Completing& half);

} // namespace praxis::soap
