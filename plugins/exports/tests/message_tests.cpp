// SPDX-License-Identifier: MIT
#include "letter/message.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace praxis::exports;

namespace {

std::string written(const std::string& name, const std::string& file) {
    return write_message({
        .from = {"Hands On", "desk@handson.example"},
        .to = {name, "kim@spine.example"},
        .subject = "Referral R-0001",
        .text = "text\n",
        .file_name = "R-0001.pdf",
        .media_type = "application/pdf",
        .file = file,
        .boundary = "praxis-0190eeee-0000-7000-8000-000000000009",
    });
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(message_tests)

BOOST_AUTO_TEST_CASE(a_name_cannot_add_a_header) {
    const auto message = written("Kim\r\nBcc: thief@example.org", "x");
    BOOST_TEST(!has(message, "\nBcc:"));
}

BOOST_AUTO_TEST_CASE(no_line_is_longer_than_the_standard_allows) {
    std::string name;
    for (int i = 0; i < 60; ++i) {
        name += "陈";
    }
    std::istringstream lines{written(name, std::string(1000, 'x'))};
    for (std::string line; std::getline(lines, line);) {
        BOOST_TEST(line.size() <= 79U); // 78 and the carriage return (RFC 5322, 2.1.1)
        BOOST_TEST(line.back() == '\r');
    }
}

BOOST_AUTO_TEST_CASE(an_encoded_word_ends_between_characters) {
    const auto message = written("aa陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈", "x");
    // 44 of the 50 bytes, as 45 end inside a character
    BOOST_TEST(
        has(message, "To: =?UTF-8?B?YWHpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYjpmYg=?=")
    );
}

BOOST_AUTO_TEST_CASE(bytes_of_each_length_are_padded_as_base64_asks) {
    BOOST_TEST(has(written("K", "f"), "\r\nZg==\r\n"));
    BOOST_TEST(has(written("K", "fo"), "\r\nZm8=\r\n"));
    BOOST_TEST(has(written("K", "foo"), "\r\nZm9v\r\n")); // RFC 4648, 10
}

BOOST_AUTO_TEST_SUITE_END()
