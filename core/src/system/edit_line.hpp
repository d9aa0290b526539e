// SPDX-License-Identifier: MIT
/// A line that a person can edit while typing it.
#pragma once
#include <optional>
#include <string>

namespace praxis {

/// Asks on stderr and reads one line from the terminal on stdin, with cursor keys and any script.
/// Keeps no history. Nullopt when the terminal was closed.
/// Only for a terminal that can move its cursor: TERM is set, and is not "dumb".
std::optional<std::string> edit_line(const std::string& question);

} // namespace praxis
