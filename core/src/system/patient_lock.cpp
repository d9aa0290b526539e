// SPDX-License-Identifier: MIT
#include "system/patient_lock.hpp"

#include <praxis/error.hpp>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/file.h>
#include <sys/time.h>
#include <utility>

namespace praxis {
namespace {

std::function<void(const std::string&)>& waiting_message() {
    static std::function<void(const std::string&)> tell;
    return tell;
}

extern "C" void interrupt_the_call(int /*signal*/) {}

/// Interrupts a waiting call of this process after that time, and never restarts it.
class Alarm {
  public:
    explicit Alarm(std::chrono::milliseconds after) {
        struct sigaction action {};

        action.sa_handler = interrupt_the_call;
        ::sigaction(SIGALRM, &action, &action_before_);
        itimerval timer{};
        timer.it_value.tv_sec = after.count() / 1000;
        timer.it_value.tv_usec = after.count() % 1000 * 1000;
        timer.it_interval.tv_usec = 100000; // again, if it came just before the call
        ::setitimer(ITIMER_REAL, &timer, nullptr);
    }

    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    ~Alarm() {
        const itimerval none{};
        ::setitimer(ITIMER_REAL, &none, nullptr);
        ::sigaction(SIGALRM, &action_before_, nullptr);
    }

  private:
    struct sigaction action_before_ {};
};

/// Whether it got the lock in that time.
bool lock_within(int file, const std::string& path, std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    const Alarm alarm{time};
    while (::flock(file, LOCK_EX) != 0) {
        if (errno != EINTR) {
            throw PracticeError(
                "practice_storage", path + " cannot be locked: " + std::strerror(errno)
            );
        }
        if (std::chrono::steady_clock::now() >= end) {
            return false;
        }
    }
    return true;
}

} // namespace

void set_waiting_message(std::function<void(const std::string&)> tell) {
    waiting_message() = std::move(tell);
}

void lock_patiently(int file, const std::string& path, const Patience& patience) {
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 || lock_within(file, path, patience.until_told)) {
        return;
    }
    if (waiting_message()) {
        waiting_message()("another command is changing the practice; this one waits for it");
    }
    if (!lock_within(file, path, patience.until_given_up - patience.until_told)) {
        throw PracticeError(
            "practice_busy",
            "another command has been changing the practice for too long",
            "wait until it has ended, then run this command again; to find it: fuser -v " + path
        );
    }
}

} // namespace praxis
