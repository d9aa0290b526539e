// SPDX-License-Identifier: MIT
/// Writes the result and the messages of a command: to the terminal, the pager, or a script.
#pragma once
#include "options/globals.hpp"
#include "output/render.hpp"
#include "session/host_session.hpp"
#include "system/environment.hpp"

#include <praxis/result.hpp>

#include <cstddef>
#include <string>

namespace praxis {

/// The format, width and colours that the globals, the environment and the terminal require.
output::Style style_of(const Environment& environment, const command_line::Globals& globals);

std::size_t help_width(const Environment& environment);

/// Renders a result. For a File that goes to stdout, returns the bytes of the file.
std::string render_result(const Result& result, const output::Style& style);

/// Writes the text; through the pager if the user is at a terminal and the text is longer than a
/// screen.
void show_text(
    const Environment& environment, const command_line::Globals& globals, const std::string& text
);

/// Writes to stderr the messages of the command, each once, and why a table is empty.
void show_notes(
    const Environment& environment,
    const command_line::Globals& globals,
    HostSession& session,
    const Result& result
);

} // namespace praxis
