// SPDX-License-Identifier: MIT
/// Which plugin's code is running, so that a crash in it has a name on stderr. The signal itself
/// takes its course, and with it the exit code.
#pragma once
#include <string>

namespace praxis::plugins {

/// Sets handlers for SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGABRT. The program calls it once;
/// without it a CrashNote has no effect.
void watch_for_crashes();

/// While it lives, `plugin` is running `activity`: "loading", "running praxis cup add". When
/// another one begins inside it, the inner one counts until it ends.
class CrashNote {
  public:
    CrashNote(const std::string& plugin, const std::string& activity);
    CrashNote(const CrashNote&) = delete;
    CrashNote& operator=(const CrashNote&) = delete;
    ~CrashNote();

  private:
    std::string before_; // the note that counts again afterwards
};

} // namespace praxis::plugins
