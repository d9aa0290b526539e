// SPDX-License-Identifier: MIT
#include "phone_number.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

bool finds(const char* typed, const char* number) {
    return matches_phone(number, phone_digits(typed));
}

BOOST_AUTO_TEST_SUITE(phone_number_tests)

BOOST_AUTO_TEST_CASE(finds_a_number_by_its_digits) {
    BOOST_TEST(finds("555 0100", "+1 555 0100"));
    BOOST_TEST(finds("0100", "+1 555 0100"));
    BOOST_TEST(!finds("01", "+1 555 0100"));
    BOOST_TEST(!finds("555-maria", "+1 555 0100"));
    BOOST_TEST(!finds("555 0101", "+1 555 0100"));
    BOOST_TEST(!finds("", "+1 555 0100"));
}

BOOST_AUTO_TEST_CASE(finds_a_caller_with_and_without_the_prefix_of_the_country) {
    for (const auto* typed :
         {"+44 20 7946 0958",
          "0044 20 7946 0958",
          "020 7946 0958",
          "(020) 7946-0958",
          "011 44 20 7946 0958",
          "442079460958"}) {
        for (const auto* number : {"+44 20 7946 0958", "020 7946 0958", "+44 (0)20 7946 0958"}) {
            BOOST_TEST_CONTEXT(typed << " and " << number) {
                BOOST_TEST(finds(typed, number));
            }
        }
    }
    BOOST_TEST(finds("+49 555 123456", "0555/123456"));
    BOOST_TEST(finds("+1 517 555 0142", "(517) 555-0142"));
    BOOST_TEST(finds("+39 06 1234567", "06 1234567"));
}

BOOST_AUTO_TEST_CASE(leaves_out_an_extension) {
    BOOST_TEST(finds("+1 517 555 0142", "(517) 555-0142 ext. 7"));
    BOOST_TEST(finds("+1 517 555 0142", "517-555-0142 x12"));
}

BOOST_AUTO_TEST_CASE(numbers_of_two_places_with_the_same_end_differ) {
    BOOST_TEST(!finds("+1 212 555 0100", "+1 517 555 0100"));
    BOOST_TEST(!finds("+44 20 7946 0958", "0161 7946 0958"));
    BOOST_TEST(!finds("+1 517 555 0142", "0142"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
