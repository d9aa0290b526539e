// SPDX-License-Identifier: MIT
// The edge: words in, exit code out. The only place that catches.
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

/// A place beside the program, so that an uninstalled build finds what is its own.
std::string beside_program(const std::string& relative) {
    char program[PATH_MAX] = {};
    const auto length = ::readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) {
        return {};
    }
    const std::string path{program, static_cast<std::size_t>(length)};
    const auto place = path.substr(0, path.rfind('/')) + "/" + relative;
    // as the person knows it, without the way through bin/..
    char plain[PATH_MAX] = {};
    return ::realpath(place.c_str(), plain) == nullptr ? place : std::string{plain};
}

/// The core, with the libraries that it needs: nothing when one of them is missing or broken.
/// Loaded here and not with the program: SQLCipher's libcrypto alone takes longer to load than all
/// else together, and a library that is missing becomes a sentence that a person can act upon.
const praxis::Program* load_core() {
    const auto path = beside_program(PRAXIS_CORE_FROM_PROGRAM);
    void* core = ::dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL);
    if (core == nullptr) {
        std::fprintf(
            stderr,
            "praxis: its core cannot be loaded: %s\n"
            "        install praxis again, and the libraries that it needs\n",
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
    const std::vector<std::string> words(arguments + 1, arguments + argument_count);
    if (words == std::vector<std::string>{"--version"}) {
        const bool said = std::puts("praxis " PRAXIS_VERSION) >= 0 && std::fflush(stdout) == 0;
        return said || errno == EPIPE ? 0 : static_cast<int>(praxis::Exit::failed);
    }
    const auto* core = load_core();
    if (core == nullptr) {
        return static_cast<int>(praxis::Exit::failed);
    }
    try {
        return static_cast<int>(core->run(beside_program(PRAXIS_PLUGINS_FROM_PROGRAM), words));
    } catch (const std::exception& error) {
        std::fputs(core->describe_error(error, words).c_str(), stderr);
        return static_cast<int>(core->exit_of(error));
    } catch (...) {
        std::fputs("praxis: a plugin threw something that is no error\n", stderr);
        return static_cast<int>(praxis::Exit::plugin);
    }
}
