// SPDX-License-Identifier: MIT
#pragma once
#include "options/globals.hpp"
#include "system/environment.hpp"

#include <optional>
#include <string>
#include <string_view>

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

/// Asks for a passphrase once, without echo.
/// errors  NeedsInput when the terminal was closed; Refused when it is empty
std::string ask_passphrase(const Environment& environment, const std::string& question);

/// Asks for a new passphrase twice, without echo.
/// errors  NeedsInput when the terminal was closed; Refused when it is empty or the two differ
std::string ask_new_passphrase(const Environment& environment);

/// Why a passphrase is easy to guess: "it has only 5 characters"; nothing when praxis sees no
/// reason.
std::optional<std::string>
weakness_of(std::string_view passphrase, std::string_view practice, std::string_view user);

/// The hint for a new passphrase that is easy to guess. praxis accepts it all the same.
/// user  "U-0001", for the command that changes it
std::string describe_weakness(const std::string& weakness, const std::string& user);

} // namespace praxis
