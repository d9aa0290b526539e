// SPDX-License-Identifier: MIT
#include "text/wrap_message.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace praxis;

} // namespace

BOOST_AUTO_TEST_SUITE(wrap_message_tests)

BOOST_AUTO_TEST_CASE(breaks_a_message_at_words_and_indents_what_follows) {
    BOOST_TEST(
        wrap_message("praxis: one two three four\n        praxis note sign N-0001\n", 20) ==
        "praxis: one two\n        three four\n        praxis note\n        sign N-0001\n"
    );
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_the_terminal_unless_one_word_is) {
    const std::string message =
        "praxis: N-0003 has no consent on record. Record one:\n"
        "        praxis consent record C-0001 --kind treatment\n"
        "  the file /home/ines/.local/share/praxis/practice.db is missing\n";
    for (const std::size_t columns : {20U, 34U, 50U, 80U}) {
        for (const auto& line : split(wrap_message(message, columns), '\n')) {
            const bool fits = display_width(line) <= columns;
            BOOST_TEST((fits || trim(line).find(' ') == std::string::npos), line);
        }
    }
}

BOOST_AUTO_TEST_CASE(words_and_their_order_stay) {
    const std::string message = "praxis: Łódź 東京都 and /a/path/that/is/longer/than/the/line end";
    auto wrapped = wrap_message(message, 16);
    std::string joined;
    for (const auto& line : split(wrapped, '\n')) {
        joined += (joined.empty() ? "" : " ") + trim(line);
    }
    BOOST_TEST(joined == message);
    BOOST_TEST(wrapped.find("/a/path/that/is/longer/than/the/line") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(tables_and_json_stay_as_they_are) {
    const std::string preview =
        "ID      NAME                 BORN\nC-0001  Maria Lopez  1984-05-02\n";
    BOOST_TEST(wrap_message(preview, 20) == preview);
    const std::string json = R"({"error":{"code":"refused","message":"a long message"}})";
    BOOST_TEST(wrap_message(json, 20) == json);
}

BOOST_AUTO_TEST_CASE(without_a_terminal_lines_stay_whole) {
    const std::string message =
        "praxis: a message that is longer than any line of a small terminal";
    BOOST_TEST(wrap_message(message, 0) == message);
}

BOOST_AUTO_TEST_SUITE_END()
