// SPDX-License-Identifier: MIT
#include "system/edit_line.hpp"
#include "system/environment.hpp"
#include "system/prompt.hpp"
#include "text/wrap_message.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace praxis {
namespace {

constexpr std::size_t most_input_bytes = std::size_t{64} * 1024 * 1024;

std::optional<std::string> variable(const std::string& name) {
    const char* value = ::secure_getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

/// The only place that reads the clock.
Instant real_now() {
    return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// "2026-11-20T09:00:00Z"
Instant fixed_now(const std::string& text) {
    const bool is_utc = text.ends_with('Z');
    const auto time =
        ZonedTime::from_iso(text.substr(0, text.size() - (is_utc ? 1 : 0)) + "+00:00");
    if (!is_utc || !time) {
        throw UsageError(
            "PRAXIS_NOW is '" + visible(text) + "', which is no time",
            "write it as 2026-11-20T09:00:00Z"
        );
    }
    return time->instant;
}

/// Returns false when the reader has closed the pipe.
bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0 && errno == EPIPE) {
            return false; // exit quietly
        }
        if (written < 0) {
            throw Error(Exit::failed, "output_failed", "the output cannot be written");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string read_all_input() {
    std::string text;
    std::array<char, 65536> piece{};
    for (;;) {
        const auto count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return text;
        }
        text.append(piece.data(), static_cast<std::size_t>(count));
        if (text.size() > most_input_bytes) {
            throw Refused("standard input is too large");
        }
    }
}

std::size_t terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    if (const auto columns = variable("COLUMNS")) {
        return static_cast<std::size_t>(std::max(20, std::atoi(columns->c_str())));
    }
    return 80;
}

} // namespace

std::size_t message_width() {
    return ::isatty(STDERR_FILENO) == 1 ? terminal_width() : 0;
}

Environment process_environment(std::string bundled_plugins) {
    Environment environment;
    environment.variable = variable;
    environment.now = real_now;
    if (const auto fixed = variable("PRAXIS_NOW")) {
        environment.now = [now = fixed_now(*fixed)] { return now; };
        environment.clock_is_fixed = true;
    }
    environment.fill_random = [](std::span<unsigned char> bytes) {
        ::randombytes_buf(bytes.data(), bytes.size());
    };
    environment.read_standard_input = read_all_input;
    environment.write_out = [](const std::string& bytes) {
        return write_all(STDOUT_FILENO, bytes);
    };
    environment.write_error = [columns = message_width()](const std::string& text) {
        write_all(STDERR_FILENO, wrap_message(text, columns));
    };
    environment.terminal.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
    environment.terminal.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    environment.terminal.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
    environment.terminal.width = terminal_width();
    const auto terminal = environment.variable("TERM").value_or("dumb");
    environment.terminal.ask = [can_edit =
                                    terminal != "dumb"](const std::string& question, bool echo) {
        return echo && can_edit ? edit_line(question) : ask_on_terminal(question, echo);
    };
    environment.bundled_plugins = std::move(bundled_plugins);
    return environment;
}

} // namespace praxis
