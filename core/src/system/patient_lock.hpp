// SPDX-License-Identifier: MIT
/// Locks that other windows hold: a person who waits is told so, and nobody waits for ever.
#pragma once
#include <chrono>
#include <functional>
#include <string>

namespace praxis {

/// How long a command waits for a lock.
struct Patience {
    std::chrono::milliseconds until_told{2000};
    std::chrono::milliseconds until_given_up{10000};
};

/// Who tells the person that this process waits. One for the process, as there is one timer.
void set_waiting_message(std::function<void(const std::string&)> tell);

/// Waits for the exclusive flock() of that open file. The kernel serves those who wait in their
/// order, so it waits in one call and does not poll.
/// errors  PracticeError practice_busy: somebody holds it too long; practice_storage
void lock_patiently(int file, const std::string& path, const Patience& patience = {});

} // namespace praxis
