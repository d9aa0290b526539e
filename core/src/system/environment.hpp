// SPDX-License-Identifier: MIT
/// The program's environment: variables, clock, randomness, streams and terminal. The process hands
/// it to the host, and a test hands in its own.
#pragma once
#include <praxis/abi.h>
#include <praxis/date.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// The terminal, or whatever stands in its place.
struct Terminal {
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool error_is_terminal = false;
    std::size_t width = 80;

    /// Asks on the terminal; without `echo` for a secret. Nothing when it was closed.
    std::function<std::optional<std::string>(const std::string& question, bool echo)> ask;
};

struct Environment {
    /// An environment variable; nothing when it is unset.
    std::function<std::optional<std::string>(const std::string& name)> variable;
    std::function<Instant()> now;
    bool clock_is_fixed = false; // by PRAXIS_NOW: only a test practice may be opened
    std::function<void(std::span<unsigned char>)> fill_random;
    std::function<std::string()> read_standard_input;
    /// Returns false when the reader has closed the pipe.
    std::function<bool(const std::string& bytes)> write_out;
    std::function<void(const std::string& text)> write_error;
    Terminal terminal;
    std::string bundled_plugins; // folder of the plugins that came with the program
    // Folders whose plugins a test has built: as good as bundled ones.
    std::vector<std::string> plugins_under_test;
    std::function<void(std::string_view id)> announce_event; // of every event; may be empty
    std::string strict_plugin; // whose commands may write to its own tables only; or empty
};

/// Columns for messages on stderr; 0 when stderr is no terminal and lines stay whole.
std::size_t message_width();

/// Those of a real process. PRAXIS_NOW fixes the clock.
/// errors  UsageError: PRAXIS_NOW is no time
PRAXIS_API Environment process_environment(std::string bundled_plugins);

} // namespace praxis
