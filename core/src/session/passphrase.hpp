// SPDX-License-Identifier: MIT
#pragma once
#include "options/globals.hpp"
#include "system/environment.hpp"

#include <string>

namespace praxis {

/// The passphrase from --passphrase-file, PRAXIS_PASSPHRASE_COMMAND or the terminal (without echo;
/// twice when `again`). No option and no variable holds the secret itself.
/// errors  NeedsInput when it is not to be had; Refused when it is empty or the two differ
std::string obtain_passphrase(
    const Environment& environment, const command_line::Globals& globals, bool can_ask, bool again
);

/// The first line of a file, "-" for standard input.
/// errors  Refused when it is empty
std::string passphrase_in_file(const Environment& environment, const std::string& path);

/// Asks twice, without echo.
/// errors  NeedsInput when the terminal was closed; Refused when it is empty or the two differ
std::string ask_new_passphrase(const Environment& environment);

} // namespace praxis
