// SPDX-License-Identifier: MIT
#include "client_names.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

ClientRow named(const char* given, const char* family, const char* born = "") {
    return {.given = given, .family = family, .born = BirthDate::from_iso(born)};
}

bool finds(const char* typed, const ClientRow& client) {
    return NameTerms{typed}.match(client, folded_names(client));
}

BOOST_AUTO_TEST_SUITE(client_names_tests)

BOOST_AUTO_TEST_CASE(finds_each_spelling_of_a_name_with_marks) {
    const auto client = named("Anne-Marie", "Berg-O’Neill");
    for (const auto* typed :
         {"oneill",
          "o'neill",
          "bergoneill",
          "berg oneill",
          "berg-oneill",
          "Berg O Neill",
          "annemarie berg",
          "anne marie",
          "ANNE-MARIE",
          "neill anne"}) {
        BOOST_TEST_CONTEXT(typed) {
            BOOST_TEST(finds(typed, client));
        }
    }
    BOOST_TEST(!finds("eill", client));
    BOOST_TEST(!finds("oneill maria", client));
}

BOOST_AUTO_TEST_CASE(finds_a_name_that_is_registered_without_its_marks) {
    BOOST_TEST(finds("o'neill", named("A", "ONeill")));
    BOOST_TEST(finds("anne-marie", named("Annemarie", "Berg")));
    BOOST_TEST(finds("anne-marie", named("Anne Marie", "Berg")));
    BOOST_TEST(finds("delacruz", named("Ana", "de la Cruz")));
    BOOST_TEST(finds("st john", named("Mary", "St. John")));
}

BOOST_AUTO_TEST_CASE(finds_words_inside_names_of_scripts_without_spaces) {
    BOOST_TEST(finds("민준", ClientRow{.given = "김민준"}));
    BOOST_TEST(finds("สมชาย", ClientRow{.given = "นายสมชาย"}));
    BOOST_TEST(finds("小明", ClientRow{.given = "王小明"}));
    BOOST_TEST(
        finds("minjun", ClientRow{.given = "민준", .family = "김", .preferred_name = "Min-jun"})
    );
}

BOOST_AUTO_TEST_CASE(a_birth_date_or_a_part_of_it_tells_namesakes_apart) {
    const auto client = named("Maria", "Lopez", "1962-03-05");
    for (const auto* typed :
         {"lopez 1962", "1962 lopez", "lopez 1962-03", "maria lopez 1962-03-05"}) {
        BOOST_TEST_CONTEXT(typed) {
            BOOST_TEST(finds(typed, client));
        }
    }
    BOOST_TEST(!finds("lopez 1963", client));
    BOOST_TEST(!finds("lopez 1962-04", client));
    BOOST_TEST(!finds("kim 1962", client));
    BOOST_TEST(!finds("lopez 1962", named("Maria", "Lopez")));
    BOOST_TEST(finds("lopez 1962-03-05", named("Maria", "Lopez", "1962")));
    BOOST_TEST(!finds("lopez 1961-03-05", named("Maria", "Lopez", "1962")));
}

BOOST_AUTO_TEST_CASE(a_birth_date_alone_is_no_name) {
    BOOST_TEST(!NameTerms{"1962"}.has_name());
    BOOST_TEST(NameTerms{"1234"}.has_name());
    BOOST_TEST(NameTerms{"lopez 1962"}.has_name());
}

BOOST_AUTO_TEST_CASE(decides_which_name_is_exact) {
    const ClientRow client{.given = "Anne-Marie", .family = "O'Dea", .preferred_name = "Annie"};
    for (const auto* typed : {"anne-marie o'dea", "anne marie odea", "ODEA Annemarie"}) {
        BOOST_TEST_CONTEXT(typed) {
            BOOST_TEST(NameTerms{typed}.are_full_name(client));
        }
    }
    BOOST_TEST(!NameTerms{"annie"}.are_full_name(client));
    BOOST_TEST(NameTerms{"ANNIE"}.are_exact(client));
    BOOST_TEST(!NameTerms{"anni"}.are_exact(client));
    BOOST_TEST(!NameTerms{"anne"}.are_exact(client));
}

BOOST_AUTO_TEST_CASE(recognises_one_person_under_two_spellings) {
    const auto client = named("Anne-Marie", "O'Dea", "1984-05-02");
    for (const auto& other :
         {named("Anne Marie", "O'Dea"),
          named("O'Dea", "Anne-Marie"),
          named("Annemarie", "Odea"),
          named("ANNE-MARIE", "O’Dea", "1984"),
          named("Anne", "Marie O'Dea"),
          ClientRow{.given = "Anne-Marie O'Dea"},
          ClientRow{.given = "A", .family = "B", .written_name = "O'Dea Anne Marie"},
          ClientRow{.given = "A", .family = "O'Dea", .preferred_name = "Anne-Marie"}}) {
        BOOST_TEST_CONTEXT(full_name(other)) {
            BOOST_TEST(can_be_same_person(client, other));
            BOOST_TEST(can_be_same_person(other, client));
        }
    }
    BOOST_TEST(!can_be_same_person(client, named("Anne-Marie", "O'Dea", "1985")));
    BOOST_TEST(!can_be_same_person(client, named("Anne-Marie", "O'Dea", "1984-05-03")));
    BOOST_TEST(!can_be_same_person(client, named("Anne", "O'Dea")));
    BOOST_TEST(!can_be_same_person(client, named("Marie", "O'Dea")));
}

BOOST_AUTO_TEST_CASE(describes_a_client_apart_from_namesakes) {
    auto client = named("Maria", "Lopez", "1962-03");
    client.id = {7};
    BOOST_TEST(describe_client(client) == "Maria Lopez, born 1962-03 (C-0007)");
    client.born.reset();
    BOOST_TEST(describe_client(client) == "Maria Lopez, no birth date (C-0007)");
}

BOOST_AUTO_TEST_CASE(marks_around_a_word_do_not_keep_its_client_from_being_found) {
    BOOST_TEST(NameTerms{"lopez, maria"}.first_word() == "lopez");
    BOOST_TEST(NameTerms{"(maria)"}.first_word() == "maria");
    BOOST_TEST(NameTerms{"- maria"}.first_word() == "maria");
    BOOST_TEST(NameTerms{"O'Neill"}.first_word() == "oneill");
    BOOST_TEST(NameTerms{"王小明"}.first_word() == "王小明");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
