// SPDX-License-Identifier: MIT
#include <praxis/search.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(search_tests)

BOOST_AUTO_TEST_CASE(words_are_folded) {
    BOOST_TEST(search_words("Tender  PIRIFORMIS\nJosé") == "tender piriformis jose");
    BOOST_TEST(search_words("") == "");
}

BOOST_AUTO_TEST_CASE(each_character_of_a_script_without_spaces_is_a_word) {
    BOOST_TEST(search_words("肩こり neck") == " 肩  こ  り  neck");
}

/// A Korean compound is one word on paper: 어깨통증 is the pain (통증) of a shoulder (어깨).
BOOST_AUTO_TEST_CASE(each_syllable_of_hangul_is_a_word) {
    BOOST_TEST(search_words("어깨통증") == " 어  깨  통  증 ");
    BOOST_TEST(search_words("\xe1\x84\x90\xe1\x85\xa9\xe1\x86\xbc") == " 통 "); // decomposed
}

BOOST_AUTO_TEST_CASE(sql_writes_the_same_words) {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    add_search_functions(db);
    const auto words = [&db](const std::string& sql) {
        return first_row(statement(db, sql), [](auto& query) { return column_text(query, 0); });
    };
    BOOST_TEST(
        words("SELECT praxis_words('José' || char(10) || '肩こり')").value() ==
        search_words("José\n肩こり")
    );
    BOOST_TEST(words("SELECT praxis_words(NULL)").value() == "");
    const auto texts = R"({"b": ["x y", 7, {"c": "\u00e9"}], "a": true, "d": "z"})";
    BOOST_TEST(words("SELECT praxis_texts('" + std::string{texts} + "')").value() == "x y\né\nz\n");
    BOOST_TEST(words("SELECT praxis_texts(NULL)").value() == "");
    BOOST_CHECK_THROW(words("SELECT praxis_texts('{')"), SQLite::Exception);
}

/// A hostile practice file may hold any view, so the connection trusts only harmless functions.
BOOST_AUTO_TEST_CASE(views_may_use_the_words_where_the_schema_is_not_trusted) {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    add_search_functions(db);
    db.exec("PRAGMA trusted_schema = OFF; CREATE VIEW words AS SELECT praxis_words('Neck') AS w");
    BOOST_TEST(first_row(statement(db, "SELECT w FROM words"), [](auto& query) {
                   return column_text(query, 0);
               }).value() == "neck");
}

BOOST_AUTO_TEST_SUITE_END()
