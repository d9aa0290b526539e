// SPDX-License-Identifier: MIT
// On a terminal an ambiguous name is a choice.
#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

struct Namesakes {
    testing::Practice practice;

    Namesakes() {
        practice.run({"client", "add", "--given", "Maria", "--family", "Lopez", "--born", "1962"});
        practice.run({"client", "add", "--given", "Maria", "--family", "Lopez", "--another"});
    }

    /// The client whose condition was added last.
    std::string owner() { return practice.sql("SELECT client FROM clients_condition"); }

    testing::Outcome add_condition() {
        return practice.run({"condition", "add", "lopez", "--name", "asthma"});
    }
};

bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

BOOST_FIXTURE_TEST_SUITE(client_choice_tests, Namesakes)

BOOST_AUTO_TEST_CASE(without_a_terminal_an_ambiguous_name_is_refused_with_birth_dates) {
    const auto outcome = add_condition();
    BOOST_TEST(outcome.exit == 3);
    BOOST_TEST(has(outcome.err, "C-0001 (born 1962), C-0002 (no birth date)"), outcome.err);
    BOOST_TEST(owner() == "");
}

BOOST_AUTO_TEST_CASE(takes_the_number_of_a_line) {
    practice.answer({"2"});
    const auto outcome = add_condition();
    BOOST_TEST(outcome.exit == 0);
    BOOST_TEST(has(outcome.err, "  1  Maria Lopez, born 1962 (C-0001)\n"), outcome.err);
    BOOST_TEST(has(outcome.err, "  2  Maria Lopez, no birth date (C-0002)\n"), outcome.err);
    BOOST_TEST(owner() == "2");
}

BOOST_AUTO_TEST_CASE(takes_an_id) {
    practice.answer({"c-0001"});
    BOOST_TEST(add_condition().exit == 0);
    BOOST_TEST(owner() == "1");
}

BOOST_AUTO_TEST_CASE(serves_a_command_that_reads) {
    practice.answer({"1"});
    const auto outcome = practice.run({"client", "show", "lopez"});
    BOOST_TEST(outcome.exit == 0);
    BOOST_TEST(has(outcome.out, "1962 (about 64 years)"), outcome.out);
}

/// The preview of a dangerous command and the command itself concern the same client.
BOOST_AUTO_TEST_CASE(asks_once_for_a_command_that_is_confirmed) {
    practice.answer({"2", "C-0002"});
    const auto outcome =
        practice.run({"client", "erase", "lopez", "--reason", "asked for it", "--despite-retention"}
        );
    BOOST_TEST(outcome.exit == 0, outcome.err);
    BOOST_TEST(practice.sql("SELECT client FROM clients_client") == "1");
}

BOOST_AUTO_TEST_CASE(every_other_answer_changes_nothing) {
    for (const auto* answer : {"", "3", "0", "maria", "C-0003"}) {
        BOOST_TEST_CONTEXT(answer) {
            practice.answer({answer});
            BOOST_TEST(add_condition().exit == 5);
            BOOST_TEST(owner() == "");
        }
    }
    practice.answer({}); // the terminal is closed
    BOOST_TEST(add_condition().exit == 5);
}

BOOST_AUTO_TEST_CASE(no_input_asks_nothing) {
    practice.answer({"1"});
    const auto outcome =
        practice.run({"--no-input", "condition", "add", "lopez", "--name", "asthma"});
    BOOST_TEST(outcome.exit == 3);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
