// SPDX-License-Identifier: MIT
/// Questions on the terminal of the process.
#pragma once
#include <optional>
#include <string>

namespace praxis {

/// Asks and reads one line; nullopt when the terminal was closed. Without `echo` the terminal does
/// not show the answer. A signal that ends or stops the program takes effect after the terminal
/// shows input again. After a stop the program asks again.
std::optional<std::string> ask_on_terminal(const std::string& question, bool echo);

} // namespace praxis
