// SPDX-License-Identifier: MIT
#include "identifier.hpp"

#include <boost/test/unit_test.hpp>

using praxis::exports::is_identifier;

BOOST_AUTO_TEST_SUITE(identifier_tests)

BOOST_AUTO_TEST_CASE(recognizes_dates_and_record_numbers) {
    BOOST_TEST(is_identifier("2026-11-20,"));
    BOOST_TEST(is_identifier("N-0001"));
    BOOST_TEST(!is_identifier("well-known"));
    BOOST_TEST(!is_identifier("2026"));
}

BOOST_AUTO_TEST_SUITE_END()
