// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>

namespace {

using namespace praxis;
using namespace praxis::practice;

struct Fixture : testing::CorePractice {
    Fixture() { change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')"); }

    std::string checked() {
        try {
            check_anchor(db, path);
        } catch (const Error& error) {
            return error.code();
        }
        return "nothing";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(anchor_tests, Fixture)

BOOST_AUTO_TEST_CASE(accepts_the_saved_practice) {
    BOOST_TEST(checked() == "nothing");
    BOOST_TEST(folder.read("practice.head").size() == 128U);

    struct stat status {};

    BOOST_REQUIRE(::stat((folder / "practice.head").c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777U) == 0600U);
}

BOOST_AUTO_TEST_CASE(accepts_a_journal_that_is_ahead_of_the_anchor) {
    const auto anchor = folder.read("practice.head");
    change("INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    folder.write("practice.head", anchor);
    BOOST_TEST(checked() == "nothing");
}

BOOST_AUTO_TEST_CASE(reports_that_the_last_change_is_lost) {
    db.exec("VACUUM INTO '" + (folder / "older.db") + "'");
    change("INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    SQLite::Database older{folder / "older.db"};
    BOOST_CHECK_THROW(check_anchor(older, path), PracticeError);
}

BOOST_AUTO_TEST_CASE(reports_a_different_journal) {
    db.exec("VACUUM INTO '" + (folder / "fork.db") + "'");
    change("INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    const auto anchor = folder.read("practice.head");
    folder.write("practice.head", anchor);
    tamper("UPDATE core_change_set SET digest = zeroblob(32)"
           " WHERE change_set = (SELECT max(change_set) FROM core_change_set)");
    BOOST_TEST(checked() == "practice_altered");
}

BOOST_AUTO_TEST_CASE(reports_a_table_a_trigger_and_a_view_that_praxis_did_not_make) {
    for (const auto* attack :
         {"ALTER TABLE pets_pet ADD COLUMN age INTEGER",
          "DROP TRIGGER core_change_is_never_removed",
          "CREATE VIEW pets_view AS SELECT 1"}) {
        db.exec(attack);
        BOOST_TEST(checked() == "practice_altered", attack);
        change("CREATE TABLE pets_cage (cage INTEGER PRIMARY KEY) STRICT"); // seals the schema
        BOOST_TEST(checked() == "nothing");
        change("DROP TABLE pets_cage");
    }
    db.exec("VACUUM"); // changes no table, but SQLite counts it
    BOOST_TEST(checked() == "nothing");
}

BOOST_AUTO_TEST_CASE(reports_an_anchor_that_is_missing_damaged_or_from_another_practice) {
    const auto whole = folder.read("practice.head");
    boost::filesystem::remove(folder / "practice.head");
    BOOST_TEST(checked() == "practice_altered");
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        auto damaged = whole;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        folder.write("practice.head", damaged);
        BOOST_TEST(checked() == "practice_altered", "bit " << bit << " was not detected");
    }
    for (const auto& wrong : {std::string{}, whole.substr(1), whole + "x"}) {
        folder.write("practice.head", wrong);
        BOOST_TEST(checked() == "practice_altered");
    }
    testing::CorePractice other;
    other.change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    folder.write("practice.head", other.folder.read("practice.head"));
    BOOST_TEST(checked() == "practice_altered");
}

BOOST_AUTO_TEST_SUITE_END()
