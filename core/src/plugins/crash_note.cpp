// SPDX-License-Identifier: MIT
#include "plugins/crash_note.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace praxis::plugins {
namespace {

// A signal handler may only read existing memory and call async-signal-safe functions
// (signal-safety(7)).
constexpr std::size_t note_bytes = 160;
std::array<char, note_bytes> current_note{};

void set_note(const std::string& text) {
    current_note.fill('\0');
    std::copy_n(text.begin(), std::min(text.size(), note_bytes - 1), current_note.begin());
}

struct Watched {
    int signal;
    const char* name;
    struct sigaction before;
};

std::array<Watched, 5> watched{
    {{SIGSEGV, "SIGSEGV", {}},
     {SIGBUS, "SIGBUS", {}},
     {SIGILL, "SIGILL", {}},
     {SIGFPE, "SIGFPE", {}},
     {SIGABRT, "SIGABRT", {}}}};

void put(int file, const char* text) {
    // A failure cannot be handled here.
    [[maybe_unused]] const auto written = ::write(file, text, std::strlen(text));
}

void report(const char* signal) {
    put(STDERR_FILENO, "praxis: the plugin ");
    put(STDERR_FILENO, current_note.data());
    put(STDERR_FILENO, " (");
    put(STDERR_FILENO, signal);
    put(STDERR_FILENO,
        ")\n        Records saved earlier are safe. praxis did not complete this command: praxis "
        "plugin doctor\n");
}

void on_crash(int signal) {
    const char* name = "";
    for (auto& one : watched) {
        if (one.signal == signal) {
            name = one.name;
            // When the handler returns, the fault occurs again, now without the handler.
            ::sigaction(signal, &one.before, nullptr);
        }
    }
    if (current_note.front() != '\0') {
        report(name);
    }
    ::raise(signal);
}

} // namespace

void watch_for_crashes() {
    for (auto& one : watched) {
        struct sigaction action {};

        action.sa_handler = on_crash;
        sigemptyset(&action.sa_mask);
        action.sa_flags = SA_NODEFER;
        ::sigaction(one.signal, &action, &one.before);
    }
}

CrashNote::CrashNote(const std::string& plugin, const std::string& activity)
    : before_(current_note.data()) {
    set_note("'" + plugin + "' crashed while " + activity);
}

CrashNote::~CrashNote() {
    set_note(before_);
}

} // namespace praxis::plugins
