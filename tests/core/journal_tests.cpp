// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "journal/undo.hpp"
#include "journal/verify.hpp"
#include "practice/erase.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;

struct Fixture : testing::CorePractice {
    std::vector<std::string> findings() {
        Verified verified;
        verify_chain(db, verified);
        verify_rows(db, verified);
        return verified.findings;
    }

    std::string first_finding() {
        const auto all = findings();
        return all.empty() ? "nothing" : all.front();
    }

    std::string names() {
        return first_row(
                   statement(db, "SELECT group_concat(name) FROM pets_pet"),
                   [](auto& query) { return column_text(query, 0); }
        ).value_or("");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(journal_tests, Fixture)

BOOST_AUTO_TEST_CASE(journals_every_row_of_a_watched_table_old_and_new) {
    const auto head = change("INSERT INTO pets_pet VALUES (1, 7, 'Rex');"
                             "UPDATE pets_pet SET name = 'Ben'; DELETE FROM pets_pet");
    std::vector<std::string> changes;
    for (const auto& one : changes_of(db, head.change_set)) {
        changes.push_back(one.before.value_or("-") + one.after.value_or("-"));
    }
    const std::vector<std::string> expected{
        R"(-{"pet":1,"client":7,"name":"Rex"})",
        R"({"pet":1,"client":7,"name":"Rex"}{"pet":1,"client":7,"name":"Ben"})",
        R"({"pet":1,"client":7,"name":"Ben"}-)"};
    BOOST_TEST(changes == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_no_change_set_that_changed_nothing) {
    change("UPDATE pets_pet SET name = 'Ben'");
    BOOST_TEST(journal_head(db).change_set == 0);
}

BOOST_AUTO_TEST_CASE(leaves_out_derived_tables) {
    execute(db, "UPDATE core_plugin SET derived_tables = 'pets_word pets_pet'");
    for (const auto& table : watched_tables(db)) {
        BOOST_TEST(table.name != "pets_pet");
    }
}

BOOST_AUTO_TEST_CASE(finds_nothing_wrong_with_what_praxis_wrote) {
    for (const auto* name : {"Rex", "Ben", "José", "王小明", "a\nb\"c'"}) {
        SQLite::Transaction transaction{db};
        begin_change_set(db);
        execute(db, "INSERT INTO pets_pet (client, name) VALUES (7, ?)", name);
        end_change_set(db, {now, std::nullopt, "", "pet add"}, random_bytes);
        transaction.commit();
    }
    change("DELETE FROM pets_pet WHERE name = 'Ben'");
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(names_the_first_bad_row_of_the_journal) {
    for (int i = 1; i <= 5; ++i) {
        change("INSERT INTO pets_pet (client, name) VALUES (7, 'Rex')");
    }
    const std::vector<std::pair<std::string, std::string>> attacks{
        {"UPDATE core_change SET new_content = replace(new_content, 'Rex', 'Max') WHERE change = 3",
         "change 3 of set 3 (pets_pet) was altered after it was written"},
        {"UPDATE core_change SET salt = randomblob(16) WHERE change = 2",
         "change 2 of set 2 (pets_pet) was altered after it was written"},
        {"DELETE FROM core_change WHERE change = 4",
         "change set 4 (pet change) was altered after it was written"},
        {"DELETE FROM core_change WHERE change = 2; DELETE FROM core_change_set WHERE change_set = "
         "2",
         "change set 2 is missing"},
        {"UPDATE core_change_set SET login = 'omar' WHERE change_set = 1",
         "change set 1 (pet change) was altered after it was written"},
        {"UPDATE core_change_set SET at = at + 1 WHERE change_set = 5",
         "change set 5 (pet change) was altered after it was written"},
        {"INSERT INTO core_change SELECT 99, 3, table_name, row_number, old_content, new_content,"
         " salt, digest, erased FROM core_change WHERE change = 1",
         "change set 3 (pet change) was altered after it was written"},
    };
    const auto whole = path + ".whole";
    db.exec("VACUUM INTO '" + whole + "'");
    for (const auto& [attack, finding] : attacks) {
        boost::filesystem::copy_file(
            whole, path, boost::filesystem::copy_options::overwrite_existing
        );
        tamper(attack);
        SQLite::Database changed{path};
        Verified verified;
        verify_chain(changed, verified);
        BOOST_REQUIRE(!verified.findings.empty());
        BOOST_TEST(verified.findings.front() == finding);
    }
}

BOOST_AUTO_TEST_CASE(finds_rows_that_were_changed_outside_praxis) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben'), (3, 8, 'Max')");
    tamper("UPDATE pets_pet SET name = 'Rax' WHERE pet = 1; DELETE FROM pets_pet WHERE pet = 2;"
           "INSERT INTO pets_pet VALUES (9, 7, 'New')");
    const std::vector<std::string> expected{
        "pets_pet row 1 was changed outside praxis",
        "pets_pet row 9 was added outside praxis",
        "pets_pet row 2 was removed outside praxis"};
    BOOST_TEST(findings() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(records_the_rows_that_a_migration_changes) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    execute(db, "INSERT INTO core_plugin VALUES ('pets', '1', 1, 'pets_', '', '', 0)");
    execute(
        db, "INSERT INTO core_migration VALUES ('pets', 1, 'pet', ?, 0)", praxis::digest_of("x")
    );
    const Schema schema{
        "pets",
        "2",
        "pets_",
        {},
        {{1, "pet", "x"},
         {2,
          "age",
          "ALTER TABLE pets_pet ADD COLUMN age INTEGER; UPDATE pets_pet SET age = 3;"
          "INSERT INTO pets_pet VALUES (2, 7, 'Ben', 4)"}},
        {}};
    migrate(db, path, schema, {now, std::nullopt, "ines", {}}, random_bytes);
    BOOST_TEST(first_finding() == "nothing");
    const auto sets = all_change_sets(db);
    BOOST_TEST(sets.back().author.command == "migrate pets");
    BOOST_TEST(changes_of(db, sets.back().number).size() == 2U);
    BOOST_CHECK_THROW(undo_changes(db, sets.back()), Refused);
    check_anchor(db, path);
}

BOOST_AUTO_TEST_CASE(the_journal_is_never_changed_but_erased) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    for (const auto* attack :
         {"UPDATE core_change SET new_content = '{}'",
          "UPDATE core_change SET new_content = NULL, old_content = NULL",
          "DELETE FROM core_change",
          "UPDATE core_change_set SET login = 'x'",
          "DELETE FROM core_change_set"}) {
        BOOST_CHECK_THROW(db.exec(attack), SQLite::Exception);
    }
}

BOOST_AUTO_TEST_CASE(undoes_added_changed_and_removed_rows) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change("UPDATE pets_pet SET name = 'Max' WHERE pet = 1; DELETE FROM pets_pet WHERE pet = 2;"
           "INSERT INTO pets_pet VALUES (3, 8, 'New')");
    BOOST_TEST(names() == "Max,New");
    SQLite::Transaction transaction{db};
    begin_change_set(db);
    undo_changes(db, newest_change_sets(db, 1).front());
    end_change_set(db, {now, std::nullopt, "", "undo"}, random_bytes);
    transaction.commit();
    BOOST_TEST(names() == "Rex,Ben");
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(erases_a_clients_content_and_still_verifies) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Marker')");
    change("UPDATE pets_pet SET name = 'Marker two' WHERE pet = 1");
    change("INSERT INTO pets_pet VALUES (2, 7, 'Marker three')");
    change("DELETE FROM pets_pet WHERE pet = 2");
    change("INSERT INTO pets_pet VALUES (3, 8, 'Other')");
    SQLite::Transaction transaction{db};
    begin_change_set(db);
    db.exec("DELETE FROM pets_pet WHERE client = 7");
    erase_history(db, 7);
    end_change_set(db, {now, std::nullopt, "", "client erase"}, random_bytes);
    transaction.commit();
    BOOST_TEST(!rewrite(db, path).has_value());
    BOOST_TEST(first_finding() == "nothing");
    BOOST_TEST(names() == "Other");
    BOOST_TEST(folder.read("practice.db").find("Marker") == std::string::npos);
    BOOST_TEST(folder.read("practice.db").find("Other") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(finishes_an_interrupted_erasure) {
    db.exec("PRAGMA journal_mode = WAL");
    change("INSERT INTO pets_pet VALUES (1, 7, 'Marker')");
    statement(db, "PRAGMA wal_checkpoint(TRUNCATE)").executeStep();
    mark_rewrite(path);
    {
        SQLite::Transaction transaction{db};
        begin_change_set(db);
        db.exec("DELETE FROM pets_pet WHERE client = 7");
        erase_history(db, 7);
        end_change_set(db, {now, std::nullopt, "", "client erase"}, random_bytes);
        transaction.commit();
    }
    BOOST_TEST(folder.read("practice.db").find("Marker") != std::string::npos);
    BOOST_TEST(!finish_rewrite(db, path).has_value());
    BOOST_TEST(folder.read("practice.db").find("Marker") == std::string::npos);
    BOOST_TEST(!boost::filesystem::exists(folder / "practice.erasing"));
}

BOOST_AUTO_TEST_CASE(keeps_the_mark_while_another_program_reads) {
    db.exec("PRAGMA journal_mode = WAL");
    change("INSERT INTO pets_pet VALUES (1, 7, 'Marker')");
    SQLite::Database reader{path, SQLite::OPEN_READONLY};
    SQLite::Statement look{reader, "SELECT name FROM pets_pet"};
    look.executeStep();
    db.exec("PRAGMA busy_timeout = 0");
    mark_rewrite(path);
    BOOST_TEST(rewrite(db, path).value_or("").find("another program") != std::string::npos);
    BOOST_TEST(boost::filesystem::exists(folder / "practice.erasing"));
}

BOOST_AUTO_TEST_SUITE_END()
