// SPDX-License-Identifier: MIT
#include "system/shell_words.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

namespace {

std::string words_of(std::string_view text) {
    return join(split_shell_words(text, "EDITOR"), "|");
}

} // namespace

BOOST_AUTO_TEST_SUITE(shell_words_tests)

BOOST_AUTO_TEST_CASE(splits_at_blanks_outside_quotes) {
    BOOST_TEST(words_of("vim") == "vim");
    BOOST_TEST(words_of("  code   --wait\t-n ") == "code|--wait|-n");
    BOOST_TEST(words_of("'/my bin/ed' --wait") == "/my bin/ed|--wait");
    BOOST_TEST(words_of("\"/my bin/ed\" -c 'set x'") == "/my bin/ed|-c|set x");
    BOOST_TEST(words_of("/my\\ bin/ed") == "/my bin/ed");
    BOOST_TEST(words_of("a'b c'd") == "ab cd");
    BOOST_TEST(words_of("").empty());
}

BOOST_AUTO_TEST_CASE(keeps_what_quotes_and_backslashes_protect) {
    BOOST_TEST(words_of(R"('a\b')") == R"(a\b)");
    BOOST_TEST(words_of(R"("a\b \" c")") == R"(a\b " c)");
    BOOST_TEST(words_of(R"(a\'b)") == "a'b");
    BOOST_TEST(words_of("$HOME ~ *") == "$HOME|~|*");
    BOOST_TEST(split_shell_words("ed ''", "EDITOR").size() == 2U);
    BOOST_TEST(words_of(R"(ed \)") == R"(ed|\)");
}

BOOST_AUTO_TEST_CASE(refuses_an_open_quotation) {
    BOOST_CHECK_EXCEPTION(words_of("'my bin/ed"), UsageError, [](const UsageError& error) {
        return error.what() == std::string{"EDITOR: a quotation mark is not closed"};
    });
}

BOOST_AUTO_TEST_SUITE_END()
