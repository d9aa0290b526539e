// SPDX-License-Identifier: MIT
#include "system/run_program.hpp"

#include <praxis/error.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace praxis {
namespace {

[[noreturn]] void cannot_start(const std::string& program, int error) {
    throw Error(
        Exit::failed, "program_failed", program + " cannot be started: " + std::strerror(error)
    );
}

/// The two ends of a pipe. The destructor closes them, and child processes do not inherit them.
struct Pipe {
    std::array<int, 2> ends{-1, -1};

    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            cannot_start("a pipe", errno);
        }
    }

    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    ~Pipe() {
        close_end(0);
        close_end(1);
    }

    void close_end(std::size_t end) {
        if (ends.at(end) >= 0) {
            ::close(ends.at(end));
            ends.at(end) = -1;
        }
    }
};

/// Starts the program with one of its streams replaced.
pid_t start(const std::vector<std::string>& command, std::optional<std::pair<int, int>> replace) {
    std::vector<char*> arguments;
    for (const auto& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str())); // execv does not change them
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    if (replace) {
        posix_spawn_file_actions_adddup2(&actions, replace->first, replace->second);
    }
    // praxis ignores these two signals; other programs expect their default action.
    sigset_t ignored{};
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGPIPE);
    sigaddset(&ignored, SIGXFSZ);
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &ignored);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t child = 0;
    const int error =
        ::posix_spawnp(&child, arguments.front(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        cannot_start(command.front(), error);
    }
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

int run_program(const std::vector<std::string>& command) {
    return wait_for(start(command, std::nullopt));
}

int run_program_with_input(const std::vector<std::string>& command, const std::string& input) {
    Pipe pipe;
    const auto child = start(command, std::pair{pipe.ends[0], STDIN_FILENO});
    pipe.close_end(0);
    std::size_t done = 0;
    while (done < input.size()) {
        const auto written = ::write(pipe.ends[1], input.data() + done, input.size() - done);
        if (written < 0 && errno != EINTR) {
            break; // the user left the pager early
        }
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    pipe.close_end(1);
    return wait_for(child);
}

std::string output_of_program(const std::vector<std::string>& command) {
    Pipe pipe;
    const auto child = start(command, std::pair{pipe.ends[1], STDOUT_FILENO});
    pipe.close_end(1);
    std::string output;
    std::array<char, 4096> piece{};
    for (;;) {
        const auto count = ::read(pipe.ends[0], piece.data(), piece.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        output.append(piece.data(), static_cast<std::size_t>(count));
    }
    if (const int code = wait_for(child); code != 0) {
        throw Error(
            Exit::failed,
            "program_failed",
            command.front() + " failed with exit code " + std::to_string(code)
        );
    }
    return output;
}

} // namespace praxis
