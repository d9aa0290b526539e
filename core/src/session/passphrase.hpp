// SPDX-License-Identifier: MIT
#pragma once
#include "options/globals.hpp"
#include "system/environment.hpp"

#include <string>

namespace praxis {

/// The passphrase from --passphrase-file, PRAXIS_PASSPHRASE_COMMAND or the terminal (without echo;
/// twice if `again`). No option and no environment variable contains the passphrase itself.
/// errors  NeedsInput if none was given and praxis cannot ask; Refused if it is empty or the two
///         differ
std::string obtain_passphrase(
    const Environment& environment, const command_line::Globals& globals, bool can_ask, bool again
);

/// The first line of a file; "-" is standard input.
/// errors  Refused when it is empty; PracticeError permissions when other users can read the file
std::string passphrase_in_file(const Environment& environment, const std::string& path);

/// Asks for a new passphrase twice, without echo.
/// errors  NeedsInput when the terminal was closed; Refused when it is empty or the two differ
std::string ask_new_passphrase(const Environment& environment);

} // namespace praxis
