// SPDX-License-Identifier: MIT
// The edge: words in, exit code out. The only place that catches.
#include "host.hpp"
#include "surroundings.hpp"

#include <praxis/error.hpp>

#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

/// What is a health record's must not be left behind by the process itself.
void harden_process() {
    ::umask(077);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // A closed pipe and a full quota are answers to a call, not reasons to die.
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);
}

/// Beside the program, so that an uninstalled build finds its own plugins.
std::string bundled_plugins() {
    char program[PATH_MAX] = {};
    const auto length = ::readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) {
        return {};
    }
    const std::string path{program, static_cast<std::size_t>(length)};
    const auto relative = path.substr(0, path.rfind('/')) + "/" + PRAXIS_PLUGINS_FROM_PROGRAM;
    // as the person knows it, without the way through bin/..
    char plain[PATH_MAX] = {};
    return ::realpath(relative.c_str(), plain) == nullptr ? relative : std::string{plain};
}

} // namespace

int main(int argument_count, char** arguments) {
    harden_process();
    const std::vector<std::string> words(arguments + 1, arguments + argument_count);
    try {
        const auto around = praxis::process_surroundings(bundled_plugins());
        return static_cast<int>(praxis::run_command(around, words));
    } catch (const std::exception& error) {
        std::fputs(praxis::describe_error(error, words).c_str(), stderr);
        return static_cast<int>(praxis::exit_of(error));
    } catch (...) {
        std::fputs("praxis: a plugin threw something that is no error\n", stderr);
        return static_cast<int>(praxis::Exit::plugin);
    }
}
