// SPDX-License-Identifier: MIT
#include "plan/frequency.hpp"
#include "plan/plan_options.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <tuple>
#include <vector>

using namespace praxis;
using namespace praxis::plans;

BOOST_AUTO_TEST_SUITE(frequency_tests)

BOOST_AUTO_TEST_CASE(reads_how_often_people_come) {
    const std::vector<std::tuple<const char*, int, int>> cases{
        {"weekly", 7, 7},
        {"every week", 7, 7},
        {"Every 2 weeks", 14, 14},
        {"fortnightly", 14, 14},
        {"every 1 to 2 weeks", 7, 14},
        {"every 3-4 weeks", 21, 28},
        {"every 10 days", 10, 10},
        {"monthly", 30, 30},
        {"every 2 months", 60, 60},
        {"twice a week", 3, 4},
        {"3 times a week", 2, 3},
        {"once a week", 7, 7},
        {"two times per month", 15, 15},
        {"daily", 1, 1}};
    for (const auto& [text, least, most] : cases) {
        const auto frequency = read_frequency(text);
        BOOST_REQUIRE_MESSAGE(frequency, text);
        BOOST_TEST(frequency->days_least == least, text);
        BOOST_TEST(frequency->days_most == most, text);
    }
}

BOOST_AUTO_TEST_CASE(reads_nothing_else) {
    for (const char* text :
         {"",
          "often",
          "every",
          "every 2",
          "every 4 to 2 weeks",
          "every 0 days",
          "9 times a week",
          "every 2 years",
          "every -1 weeks",
          "every 400 days",
          "week"}) {
        BOOST_TEST(!read_frequency(text), text);
    }
}

BOOST_AUTO_TEST_CASE(writes_what_it_reads) {
    for (const char* text :
         {"every week",
          "every 2 weeks",
          "every 1 to 2 weeks",
          "every 10 days",
          "every month",
          "every 1 to 2 months",
          "twice a week",
          "3 times a week",
          "every day"}) {
        BOOST_TEST(frequency_text(read_frequency(text).value()) == text);
    }
}

BOOST_AUTO_TEST_CASE(reads_a_phase_with_sessions_and_frequency) {
    const auto whole = read_phase_option("relief", "6 every 1 to 2 weeks");
    BOOST_TEST(whole.sessions.value() == 6);
    BOOST_TEST(whole.frequency->days_most == 14);
    for (const char* text :
         {"6 sessions, weekly", "6x weekly", "6 weekly", "6 sessions every week"}) {
        const auto phase = read_phase_option("relief", text);
        BOOST_TEST(phase.sessions.value() == 6, text);
        BOOST_TEST(phase.frequency->days_least == 7, text);
    }
    BOOST_TEST(!read_phase_option("maintenance", "every month").sessions);
    BOOST_TEST(!read_phase_option("maintenance", "3 times a week").sessions);
    BOOST_TEST(!read_phase_option("relief", "4").frequency);
    BOOST_TEST(phase_text(whole) == "6 sessions, every 1 to 2 weeks");
}

BOOST_AUTO_TEST_CASE(refuses_a_phase_that_it_does_not_understand) {
    for (const char* text : {"soon", "0 weekly", "6 sometimes", "6 weeks", "1000 weekly"}) {
        BOOST_CHECK_THROW(read_phase_option("relief", text), UsageError);
    }
}

BOOST_AUTO_TEST_SUITE_END()
