// SPDX-License-Identifier: MIT
/// Records which plugin's code is running, so that praxis can name the plugin on stderr if it
/// crashes. The signal then ends the process as usual, with its exit code.
#pragma once
#include <string>

namespace praxis::plugins {

/// Installs handlers for SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGABRT. The program calls it once;
/// without the handlers a CrashNote has no effect.
void watch_for_crashes();

/// States that `plugin` is running `activity` ("loading", "running praxis cup add") for its own
/// lifetime. A nested note replaces it until the nested note ends.
class CrashNote {
  public:
    CrashNote(const std::string& plugin, const std::string& activity);
    CrashNote(const CrashNote&) = delete;
    CrashNote& operator=(const CrashNote&) = delete;
    ~CrashNote();

  private:
    std::string before_; // the note to restore
};

} // namespace praxis::plugins
