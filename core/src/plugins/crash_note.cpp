// SPDX-License-Identifier: MIT
#include "plugins/crash_note.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace praxis::plugins {
namespace {

// What a signal handler may read: memory that is there already, and no library.
constexpr int most_notes = 8;
constexpr std::size_t note_bytes = 160;
constexpr std::size_t path_bytes = 4096;
std::array<std::array<char, note_bytes>, most_notes> notes{};
volatile sig_atomic_t note_count = 0;
std::array<char, path_bytes> log_path{};

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
    // Nothing could be done about a failure here.
    [[maybe_unused]] const auto written = ::write(file, text, std::strlen(text));
}

void put_sentence(int file, const char* before, const char* note, const char* name) {
    put(file, before);
    put(file, note);
    put(file, " (");
    put(file, name);
    put(file, ")");
}

void tell(const char* name) {
    const int count = note_count;
    const char* note = notes[static_cast<std::size_t>(std::min(count, most_notes)) - 1].data();
    put_sentence(STDERR_FILENO, "praxis: the plugin ", note, name);
    put(STDERR_FILENO,
        "\n        what was saved before is safe, what it was doing is not done: praxis plugin "
        "doctor\n");
    const int log = ::open(log_path.data(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log >= 0) {
        put_sentence(log, "", note, name);
        put(log, "\n");
        ::close(log);
    }
}

void on_crash(int signal) {
    const char* name = "";
    for (auto& one : watched) {
        if (one.signal == signal) {
            name = one.name;
            // Returning runs into the same fault again, or goes on with abort(): then as without
            // us.
            ::sigaction(signal, &one.before, nullptr);
        }
    }
    if (note_count > 0) {
        tell(name);
    }
    ::raise(signal); // as it would have gone without us
}

} // namespace

void watch_for_crashes(const std::string& log_file) {
    if (log_file.size() >= log_path.size()) {
        return; // no such file could be opened either
    }
    std::copy(log_file.begin(), log_file.end(), log_path.begin());
    for (auto& one : watched) {
        struct sigaction action {};

        action.sa_handler = on_crash;
        sigemptyset(&action.sa_mask);
        action.sa_flags = SA_NODEFER;
        ::sigaction(one.signal, &action, &one.before);
    }
}

CrashNote::CrashNote(const std::string& plugin, const std::string& what) : before_(note_count) {
    if (before_ < most_notes) {
        auto& note = notes[static_cast<std::size_t>(before_)];
        const auto text = "'" + plugin + "' crashed while " + what;
        note.fill('\0');
        std::copy_n(text.begin(), std::min(text.size(), note.size() - 1), note.begin());
    }
    note_count = before_ + 1;
}

CrashNote::~CrashNote() {
    note_count = before_;
}

} // namespace praxis::plugins
