// SPDX-License-Identifier: MIT
#include "fields.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

BOOST_AUTO_TEST_SUITE(fields_tests)

BOOST_AUTO_TEST_CASE(an_empty_option_clears_a_field_and_a_missing_one_keeps_it) {
    std::optional<std::string> field = "before";
    set_text(field, std::nullopt);
    BOOST_TEST(field.value() == "before");
    set_text(field, std::string{"  after "});
    BOOST_TEST(field.value() == "after");
    set_text(field, std::string{""});
    BOOST_TEST(!field.has_value());
}

BOOST_AUTO_TEST_CASE(accepts_only_possible_email_addresses) {
    for (const auto* good : {"ana@spine.example", "o'neil+x@localhost", "josé@exämple.org"}) {
        BOOST_CHECK_NO_THROW(check_email(std::string{good}));
    }
    for (const auto* bad : {"ana", "@spine", "ana@", "a b@c", "a@b@c", "a@b\nBcc: x"}) {
        BOOST_CHECK_THROW(check_email(std::string{bad}), Refused);
    }
    BOOST_CHECK_NO_THROW(check_email(std::nullopt));
}

BOOST_AUTO_TEST_CASE(joins_a_list_with_commas_and_a_final_and) {
    BOOST_TEST(join_with_and({}) == "");
    BOOST_TEST(join_with_and({"a"}) == "a");
    BOOST_TEST(join_with_and({"a", "b", "c"}) == "a, b and c");
    BOOST_TEST(on_one_line("12 High St\n Hillview \n") == "12 High St, Hillview");
}

BOOST_AUTO_TEST_CASE(a_beginning_is_not_a_whole_word) {
    BOOST_TEST(holds_whole_words("Dr. Ana Kim-Berg Spine Clinic", "kim"));
    BOOST_TEST(holds_whole_words("Dr. Ana Kim-Berg Spine Clinic", "Kim-Berg, Ana"));
    BOOST_TEST(holds_whole_words("José Núñez general-practitioner", "general practitioner"));
    BOOST_TEST(!holds_whole_words("Ana Kimura", "kim"));
    BOOST_TEST(!holds_whole_words("Anabel", "Ana"));
    BOOST_TEST(!holds_whole_words("Ana", " . "));
}

BOOST_AUTO_TEST_SUITE_END()
