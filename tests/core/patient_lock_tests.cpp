// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "system/patient_lock.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace praxis;
using namespace std::chrono_literals;

/// A file that another window has locked, and one descriptor of this window.
struct LockedFile {
    testing::Folder folder;
    std::string path = folder / "practice.lock";
    int other = open_it();
    int own = open_it();
    std::vector<std::string> told;

    LockedFile() {
        ::flock(other, LOCK_EX);
        set_waiting_message([this](const std::string& text) { told.push_back(text); });
    }

    ~LockedFile() {
        set_waiting_message({});
        ::close(other);
        ::close(own);
    }

    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;

    [[nodiscard]] int open_it() const {
        return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(patient_lock_tests)

BOOST_FIXTURE_TEST_CASE(a_free_lock_is_taken_without_a_word, LockedFile) {
    ::flock(other, LOCK_UN);
    lock_patiently(own, path);
    BOOST_TEST(told.empty());
    BOOST_TEST(::flock(other, LOCK_EX | LOCK_NB) != 0);
}

BOOST_FIXTURE_TEST_CASE(who_waits_is_told_once_and_gets_the_lock, LockedFile) {
    std::thread holder{[this] {
        std::this_thread::sleep_for(300ms);
        ::flock(other, LOCK_UN);
    }};
    // The timer's signal must reach the thread that waits, as it does in praxis, which has one.
    lock_patiently(own, path, {.until_told = 50ms, .until_given_up = 20s});
    holder.join();
    BOOST_TEST(told.size() == 1U);
    BOOST_TEST(::flock(other, LOCK_EX | LOCK_NB) != 0);
}

BOOST_FIXTURE_TEST_CASE(nobody_waits_for_ever, LockedFile) {
    const auto begin = std::chrono::steady_clock::now();
    BOOST_CHECK_EXCEPTION(
        lock_patiently(own, path, {.until_told = 50ms, .until_given_up = 200ms}),
        PracticeError,
        [](const auto& error) { return error.code() == "practice_busy"; }
    );
    BOOST_TEST((std::chrono::steady_clock::now() - begin >= 200ms));
    BOOST_TEST(told.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
