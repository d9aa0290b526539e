// SPDX-License-Identifier: MIT
/// One command from its options to its answer: practice, transaction, question, commit, showing.
#pragma once
#include "host/find_command.hpp"
#include "options/globals.hpp"
#include "session/host_session.hpp"
#include "system/environment.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>

#include <string>
#include <vector>

namespace praxis {

/// `rest` is what stands behind the command's words; `looks` says that reading shows records, and
/// is written down. What was typed in an editor and is not stored is said on stderr, with its file.
/// errors  those of run_command()
Exit run_command(
    const Environment& environment,
    const command_line::Globals& globals,
    HostSession& session,
    const Found& command,
    const std::vector<std::string>& rest,
    bool logs_access
);

} // namespace praxis
