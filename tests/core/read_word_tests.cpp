// SPDX-License-Identifier: MIT
#include <praxis/command.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace praxis;

namespace {

template <class T> T read(std::string_view word) {
    T value{};
    read_word(word, value);
    return value;
}

template <class T> std::string message(std::string_view word) {
    try {
        read<T>(word);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "it was read";
}

} // namespace

BOOST_AUTO_TEST_SUITE(read_word_tests)

BOOST_AUTO_TEST_CASE(reads_whole_numbers) {
    BOOST_TEST(read<int>("6") == 6);
    BOOST_TEST(read<int>("-3") == -3);
    BOOST_TEST(read<int>("+3") == 3);
    BOOST_TEST(read<int>(" 07 ") == 7);
    BOOST_TEST(
        read<std::int64_t>("9223372036854775807") == std::numeric_limits<std::int64_t>::max()
    );
}

BOOST_AUTO_TEST_CASE(refuses_other_texts_than_whole_numbers) {
    BOOST_TEST(message<int>("abc") == "'abc' is not a whole number");
    for (const auto* const word :
         {"", " ", "6.0", "6,5", "1e3", "0x10", "6 7", "--6", "+-6", "-", "٦"}) {
        BOOST_TEST(message<int>(word).ends_with("is not a whole number"), word);
    }
}

BOOST_AUTO_TEST_CASE(refuses_whole_numbers_out_of_range) {
    BOOST_TEST(
        message<int>("2147483648") ==
        "'2147483648' is out of range: give a whole number from -2147483648 to 2147483647"
    );
    BOOST_TEST(
        message<std::int64_t>("9223372036854775808").starts_with("'9223372036854775808' is out")
    );
}

BOOST_AUTO_TEST_CASE(reads_numbers_with_a_point) {
    BOOST_TEST(read<double>("6.5") == 6.5);
    BOOST_TEST(read<double>("-0.25") == -0.25);
    BOOST_TEST(read<double>("7") == 7.0);
    BOOST_TEST(read<double>(".5") == 0.5);
    BOOST_TEST(read<double>(" 6.5 ") == 6.5);
}

BOOST_AUTO_TEST_CASE(refuses_other_texts_than_numbers) {
    for (const auto* const word :
         {"", "abc", "6,5", "1e3", "inf", "nan", "0x1p3", "6.5.1", "--1"}) {
        BOOST_TEST(message<double>(word).ends_with("is not a number"), word);
    }
    BOOST_CHECK_EXCEPTION(read<double>("6,5"), UsageError, [](const UsageError& error) {
        return error.hint() == "use a decimal point, such as 6.5";
    });
}

BOOST_AUTO_TEST_CASE(keeps_text_as_it_is_and_refuses_other_encodings) {
    BOOST_TEST(read<std::string>(" José\t王 ") == " José\t王 ");
    BOOST_TEST(read<std::string>("") == "");
    BOOST_TEST(message<std::string>("Jos\xe9") == "'Jos\\xe9' is not UTF-8 at byte 4");
}

BOOST_AUTO_TEST_CASE(a_wrong_value_is_shortened_and_made_harmless) {
    BOOST_TEST(message<int>("\x1b[2J") == "'\\x1b[2J' is not a whole number");
    BOOST_TEST(message<int>(std::string(100'000, 'x')).size() < 100U);
}

BOOST_AUTO_TEST_SUITE_END()
