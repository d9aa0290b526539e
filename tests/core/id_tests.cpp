// SPDX-License-Identifier: MIT
#include <praxis/id.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(id_tests)

BOOST_AUTO_TEST_CASE(writes_at_least_four_digits) {
    BOOST_TEST(ClientId{42}.str() == "C-0042");
    BOOST_TEST(ComplaintId{1}.str() == "CO-0001");
    BOOST_TEST(NoteId{123456}.str() == "N-123456");
}

BOOST_AUTO_TEST_CASE(reads_ids_as_people_write_them) {
    for (const auto* const text : {"C-0042", "c-0042", "C-42", "c42", "C42", "C-00042"}) {
        BOOST_TEST(ClientId::parse(text).value().number == 42, text);
    }
    BOOST_TEST(ConsentId::parse("cs-7").value().number == 7);
}

BOOST_AUTO_TEST_CASE(refuses_all_other_texts) {
    for (const auto* const text :
         {"",      "C",   "C-",     "42",   "CO-0001", "N-0001", "C--1",
          "C-+1",  "C-0", "C-0000", "C-1a", " C-1",    "C-1 ",   "C 1",
          "C-1.0", "-1",  "Cara",   "C-٤٢", "C-0x1",   "C-1\n",  "C-9999999999999999999"}) {
        BOOST_TEST(!ClientId::parse(text), text);
    }
}

BOOST_AUTO_TEST_CASE(reads_the_ids_that_it_writes) {
    for (const std::int64_t number :
         {std::int64_t{1},
          std::int64_t{9999},
          std::int64_t{10000},
          std::numeric_limits<std::int64_t>::max()}) {
        BOOST_TEST(ReferralId::parse(ReferralId{number}.str()).value().number == number);
    }
}

BOOST_AUTO_TEST_SUITE_END()
