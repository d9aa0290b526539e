// SPDX-License-Identifier: MIT
#include "clean_text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using praxis::exports::clean_text;

BOOST_AUTO_TEST_SUITE(clean_text_tests)

BOOST_AUTO_TEST_CASE(keeps_every_script_as_it_is) {
    const std::string names =
        "José Núñez, 王小明, عمر الخطيب, Владимир 👩‍⚕️";
    BOOST_TEST(clean_text(names) == names);
}

BOOST_AUTO_TEST_CASE(makes_control_characters_visible) {
    BOOST_TEST(clean_text(std::string{"a\x1b[31m\0b", 8}) == "a\\x1b[31m\\x00b");
    BOOST_TEST(clean_text("\xC2\x85") == "\\x85");
}

BOOST_AUTO_TEST_CASE(makes_characters_that_turn_a_line_round_visible) {
    BOOST_TEST(clean_text("a\u202Eb\u2066c") == "a\\u202eb\\u2066c");
}

BOOST_AUTO_TEST_CASE(replaces_bytes_that_are_no_utf8) {
    BOOST_TEST(clean_text("a\xFFz") == "a\uFFFDz");
    BOOST_TEST(clean_text("\xC0\xAF") == "\uFFFD\uFFFD");
    BOOST_TEST(clean_text("\xE7\x8E") == "\uFFFD\uFFFD");
    BOOST_TEST(clean_text("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_CASE(ends_lines_with_a_line_feed_alone) {
    BOOST_TEST(clean_text("a\r\nb\tc\rd") == "a\nb c\\x0dd");
}

BOOST_AUTO_TEST_CASE(knows_dates_and_numbers_of_records) {
    BOOST_TEST(praxis::exports::is_identifier("2026-11-20,"));
    BOOST_TEST(praxis::exports::is_identifier("N-0001"));
    BOOST_TEST(!praxis::exports::is_identifier("well-known"));
    BOOST_TEST(!praxis::exports::is_identifier("2026"));
}

BOOST_AUTO_TEST_SUITE_END()
