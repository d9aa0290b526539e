// SPDX-License-Identifier: MIT
/// Which plugin's code is running, so that a crash in it has a name: a sentence on stderr, and a
/// line in $XDG_STATE_HOME/praxis/crashes.log. The signal itself goes its way, and with it the exit
/// code.
#pragma once
#include <string>

namespace praxis::plugins {

/// Where crashes are written down; handlers are set for SIGSEGV, SIGBUS, SIGILL, SIGFPE and
/// SIGABRT. Called once, by the program; without it a CrashNote is a note only.
void watch_for_crashes(const std::string& log_file);

/// As long as it lives, `plugin` is running `what`: "loading", "running praxis cup add". Notes
/// nest.
class CrashNote {
  public:
    CrashNote(const std::string& plugin, const std::string& what);
    CrashNote(const CrashNote&) = delete;
    CrashNote& operator=(const CrashNote&) = delete;
    ~CrashNote();

  private:
    int before_; // how many notes there were
};

} // namespace praxis::plugins
