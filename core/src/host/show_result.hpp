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
#include <vector>

namespace praxis {

/// The format, width and colours that the globals, the environment and the terminal require.
output::Style style_of(const Environment& environment, const command_line::Globals& globals);

std::size_t help_width(const Environment& environment);

/// Writes the text; through the pager if the user is at a terminal and the text is longer than a
/// screen.
void show_text(
    const Environment& environment, const command_line::Globals& globals, const std::string& text
);

/// A result as text. Made inside the command's transaction, where lists and views still read.
struct Shown {
    std::string text;       // for stdout; for a File that goes there, its bytes
    std::string when_empty; // for stderr: why the list is empty
};

/// Renders a result.
Shown render_result(
    const Environment& environment, const command_line::Globals& globals, Result& result
);

/// As render_result(), but a list with a source of rows goes to stdout row by row where its format
/// and the terminal permit. Not for a command that can still be rolled back. With --as-of the rows
/// become text: that command holds the writer lock, and other windows must not wait for a slow
/// reader of stdout.
Shown show_rows(
    const Environment& environment, const command_line::Globals& globals, Result& result
);

/// Writes messages that --quiet does not hide.
void show_secrets(const Environment& environment, const std::vector<std::string>& secrets);

/// Writes the messages of the command to stderr, and the text to stdout.
void show(
    const Environment& environment,
    const command_line::Globals& globals,
    const std::vector<std::string>& messages,
    const Shown& shown
);

} // namespace praxis
