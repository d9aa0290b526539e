// SPDX-License-Identifier: MIT
/// Runs one command: reads its options, opens the practice, confirms, commits and shows the result.
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

/// `rest` are the arguments after noun and verb. With `logs_access` praxis adds the records that
/// the command shows to the access log. On stderr it reports the files of editor texts that were
/// not stored.
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
