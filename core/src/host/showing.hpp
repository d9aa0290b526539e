// SPDX-License-Identifier: MIT
/// What a command has to say: on the screen, through the pager, or to a script.
#pragma once
#include "options/globals.hpp"
#include "output/render.hpp"
#include "session/host_session.hpp"
#include "system/environment.hpp"

#include <praxis/result.hpp>

#include <cstddef>
#include <string>

namespace praxis {

/// Format, width and colours that the globals, the environment and the terminal ask for.
output::Style style_of(const Environment& environment, const command_line::Globals& globals);

std::size_t help_width(const Environment& environment);

/// The bytes of a result; a file's bytes themselves when they go to stdout.
std::string shown(const Result& result, const output::Style& style);

/// Through the pager when a person reads and it is longer than a screen.
void show_text(
    const Environment& environment, const command_line::Globals& globals, const std::string& text
);

/// On stderr: what the command noted, and why a table is empty.
void show_notes(
    const Environment& environment,
    const command_line::Globals& globals,
    HostSession& session,
    const Result& result
);

} // namespace praxis
