// SPDX-License-Identifier: MIT
// From the command line to the exit code. The only place that catches exceptions.
#include "harden.hpp"
#include "host/program.hpp"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <exception>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

/// A path relative to the program's folder: a build that is not installed finds its own files.
std::string beside_program(const std::string& relative) {
    char program[PATH_MAX] = {};
    const auto length = ::readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) {
        return {};
    }
    const std::string path{program, static_cast<std::size_t>(length)};
    const auto place = path.substr(0, path.rfind('/')) + "/" + relative;
    // without bin/.., because messages show it
    char plain[PATH_MAX] = {};
    return ::realpath(place.c_str(), plain) == nullptr ? place : std::string{plain};
}

/// The core, loaded with the libraries that it needs; null after a message when one is missing or
/// damaged. It is not linked: loading SQLCipher's libcrypto takes longer than everything else
/// together, which `--version` does without, and a missing library gets a message of its own.
const praxis::Program* load_core() {
    const auto path = beside_program(PRAXIS_CORE_FROM_PROGRAM);
    void* core = ::dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL);
    if (core == nullptr) {
        std::fprintf(
            stderr,
            "praxis: the core library cannot be loaded: %s\n"
            "        install praxis and the libraries that it needs again\n",
            ::dlerror()
        );
        return nullptr;
    }
    return static_cast<const praxis::Program*>(::dlsym(core, "praxis_program"));
}

} // namespace

int main(int argument_count, char** arguments) {
    if (const auto refusal = praxis::harden_process()) {
        std::fprintf(stderr, "praxis: %s\n", refusal->c_str());
        return static_cast<int>(praxis::Exit::failed);
    }
    const std::vector<std::string> given(arguments + 1, arguments + argument_count);
    if (given == std::vector<std::string>{"--version"}) {
        const bool printed = std::puts("praxis " PRAXIS_VERSION) >= 0 && std::fflush(stdout) == 0;
        return printed || errno == EPIPE ? 0 : static_cast<int>(praxis::Exit::failed);
    }
    const auto* core = load_core();
    if (core == nullptr) {
        return static_cast<int>(praxis::Exit::failed);
    }
    try {
        return static_cast<int>(core->run(beside_program(PRAXIS_PLUGINS_FROM_PROGRAM), given));
    } catch (const std::exception& error) {
        std::fputs(core->describe_error(error, given).c_str(), stderr);
        return static_cast<int>(core->exit_of(error));
    } catch (...) {
        std::fputs("praxis: a plugin failed with an exception of an unknown type\n", stderr);
        return static_cast<int>(praxis::Exit::plugin);
    }
}
