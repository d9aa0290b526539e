// SPDX-License-Identifier: MIT
#include "system/progress.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis {
namespace {

struct Screen {
    std::string text;
    std::chrono::steady_clock::time_point now{};

    Progress progress{[this](const std::string& more) { text += more; }, [this] { return now; }};

    void wait(int milliseconds) { now += std::chrono::milliseconds{milliseconds}; }

    std::string take() { return std::exchange(text, {}); }
};

BOOST_FIXTURE_TEST_SUITE(progress_tests, Screen)

BOOST_AUTO_TEST_CASE(shows_nothing_of_work_that_takes_less_than_half_a_second) {
    progress.set("checking notes", 1, 4);
    wait(499);
    progress.set("checking notes", 4, 4);
    progress.clear();
    BOOST_TEST(text.empty());
}

BOOST_AUTO_TEST_CASE(rewrites_its_line_at_most_ten_times_a_second) {
    wait(500);
    progress.set("checking notes", 1, 4);
    BOOST_TEST(take() == "\rpraxis: checking notes, 25 % ...");
    wait(99);
    progress.set("checking notes", 2, 4);
    BOOST_TEST(take().empty());
    wait(1);
    progress.tick();
    BOOST_TEST(take() == "\rpraxis: checking notes, 50 % ...");
}

BOOST_AUTO_TEST_CASE(a_shorter_line_covers_the_longer_one) {
    wait(500);
    progress.set("checking notes", 1, 4);
    wait(100);
    take();
    progress.set("packing", 0, 0);
    BOOST_TEST(take() == "\rpraxis: packing ..." + std::string(13, ' '));
}

BOOST_AUTO_TEST_CASE(erases_its_line_once) {
    wait(500);
    progress.set("packing", 0, 0);
    take();
    progress.clear();
    BOOST_TEST(take() == "\r" + std::string(19, ' ') + "\r");
    progress.clear();
    wait(500);
    progress.tick();
    BOOST_TEST(text.empty());
}

BOOST_AUTO_TEST_CASE(without_a_terminal_it_stays_silent) {
    Progress silent{nullptr};
    BOOST_TEST(!silent.is_shown());
    silent.set("packing", 1, 2);
    silent.tick();
    silent.clear();
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis
