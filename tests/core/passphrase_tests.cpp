// SPDX-License-Identifier: MIT
#include "session/passphrase.hpp"
#include "text/compose.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(passphrase_tests)

BOOST_AUTO_TEST_CASE(names_the_reason_why_a_passphrase_is_easy_to_guess) {
    const auto weakness = [](const char* passphrase) {
        return weakness_of(passphrase, "Hands On", "Inés Moreau").value_or("");
    };
    BOOST_TEST(weakness("pony") == "it has only 4 characters");
    BOOST_TEST(weakness("zoë straß") == "it has only 9 characters");
    BOOST_TEST(weakness("1984-05-02 1984-05-02") == "it has only digits");
    BOOST_TEST(weakness("HandsOn2026!2026!") == "it contains the name of the practice");
    BOOST_TEST(weakness("moreau forever 88") == "it contains the name of the user");
    BOOST_TEST(weakness("the ines of the lake") == "it contains the name of the user");
    BOOST_TEST(weakness("correct horse battery") == "");
    BOOST_TEST(weakness("올바른 말 배터리 스테이플") == "");
}

/// A short name such as Al is in many words.
BOOST_AUTO_TEST_CASE(a_short_name_is_in_a_passphrase_by_chance) {
    BOOST_TEST(!weakness_of("salt and pepper mill", "Al", "Al Pe").has_value());
}

BOOST_AUTO_TEST_CASE(composes_letters_and_their_marks) {
    BOOST_TEST(compose("Zoe\xcc\x88") == "Zo\xc3\xab");
    BOOST_TEST(compose("\xe1\x84\x90\xe1\x85\xa9\xe1\x86\xbc") == "통");
    BOOST_TEST(compose("ﬁne ²") == "ﬁne ²"); // another character stays another one
    BOOST_TEST(compose("plain") == "plain");
    BOOST_TEST(compose("") == "");
    BOOST_TEST(compose("\xff\xfe") == "\xff\xfe");
}

BOOST_AUTO_TEST_SUITE_END()
