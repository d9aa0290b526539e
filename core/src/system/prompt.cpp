// SPDX-License-Identifier: MIT
#include "system/prompt.hpp"

#include "system/files.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <string_view>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

namespace praxis {
namespace {

/// Ignores a failure: when the terminal is gone, reading the answer reports it.
void write_to_terminal(std::string_view text) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

sigset_t ending_or_stopping() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal :
         {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGALRM, SIGUSR1, SIGUSR2}) {
        ::sigaddset(&signals, signal);
    }
    return signals;
}

/// Holds back the signals that end or stop the program. A held signal takes effect in the
/// destructor.
class HeldSignals {
  public:
    HeldSignals() : arrived_(::signalfd(-1, &signals_, SFD_CLOEXEC)) {
        ::sigprocmask(SIG_SETMASK, nullptr, &before_);
        if (arrived_.number() >= 0) {
            ::sigprocmask(SIG_BLOCK, &signals_, nullptr);
        }
    }

    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

    ~HeldSignals() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

    /// Waits for input or a signal; returns whether a signal is held.
    [[nodiscard]] bool wait() const { return poll(-1); }

    [[nodiscard]] bool is_any_held() const { return poll(0); }

  private:
    [[nodiscard]] bool poll(int milliseconds) const {
        std::array<pollfd, 2> files{{{STDIN_FILENO, POLLIN, 0}, {arrived_.number(), POLLIN, 0}}};
        while (::poll(files.data(), files.size(), milliseconds) < 0 && errno == EINTR) {
        }
        return files[1].revents != 0;
    }

    sigset_t signals_ = ending_or_stopping();
    sigset_t before_{};
    Descriptor arrived_; // readable while a signal is held; nothing reads it
};

/// Turns off the terminal's echo for its own lifetime.
class WithoutEcho {
  public:
    WithoutEcho() {
        if (::tcgetattr(STDIN_FILENO, &before_) == 0) {
            auto silent = before_;
            silent.c_lflag &= static_cast<tcflag_t>(~static_cast<tcflag_t>(ECHO));
            changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
        }
    }

    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

    ~WithoutEcho() {
        if (changed_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
            write_to_terminal("\n");
        }
    }

  private:
    termios before_{};
    bool changed_ = false;
};

/// The kernel stops a program in the background that changes the terminal. Let it do so while every
/// signal can still end the program.
void wait_for_foreground() {
    termios unchanged{};
    if (::tcgetattr(STDIN_FILENO, &unchanged) == 0) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &unchanged);
    }
}

/// Returns nullopt at the end of the input, or when a signal is held.
std::optional<std::string> read_line(const HeldSignals* signals) {
    std::string line;
    char letter = 0;
    for (;;) {
        if (signals != nullptr && signals->wait()) {
            return std::nullopt;
        }
        const auto count = ::read(STDIN_FILENO, &letter, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return line.empty() ? std::nullopt : std::optional{line};
        }
        if (letter == '\n') {
            return line;
        }
        line += letter;
    }
}

std::optional<std::string> ask_for_secret(const std::string& question) {
    for (;;) {
        wait_for_foreground();
        const HeldSignals signals; // before the echo goes off, and until it is on again
        const WithoutEcho silence;
        write_to_terminal(question);
        auto answer = read_line(&signals);
        if (answer || !signals.is_any_held()) {
            return answer;
        }
    }
}

} // namespace

std::optional<std::string> ask_on_terminal(const std::string& question, bool echo) {
    if (!echo) {
        return ask_for_secret(question);
    }
    write_to_terminal(question);
    return read_line(nullptr);
}

} // namespace praxis
