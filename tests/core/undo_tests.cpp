// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "journal/undo.hpp"
#include "journal/verify.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using namespace praxis;
using namespace praxis::practice;

struct Fixture : testing::CorePractice {
    std::string names() {
        return first_row(
                   statement(
                       db, "SELECT group_concat(name) FROM (SELECT name FROM pets_pet ORDER BY pet)"
                   ),
                   [](auto& query) { return column_text(query, 0); }
        ).value_or("");
    }

    ChangeSet newest_set() { return newest_change_sets(db, 1).at(0); }

    std::vector<Undone> undo(const ChangeSet& set) {
        SQLite::Transaction transaction{db};
        TableWatch watch{db};
        begin_change_set(db);
        auto undone = undo_changes(db, set);
        const auto head = end_change_set(db, {now, std::nullopt, "", "undo"}, sealing());
        transaction.commit();
        write_anchor(db, path, head.value(), now);
        return undone;
    }

    void undo_last() { undo(newest_set()); }

    std::string reason_against(const ChangeSet& set) {
        try {
            undo(set);
        } catch (const Refused& refused) {
            return refused.what();
        }
        return "nothing";
    }

    bool is_sound() { return verify_journal(db).findings.empty(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(undo_tests, Fixture)

BOOST_AUTO_TEST_CASE(undoes_added_changed_and_removed_rows) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change("UPDATE pets_pet SET name = 'Max' WHERE pet = 1;DELETE FROM pets_pet WHERE pet = 2;"
           "INSERT INTO pets_pet VALUES (3, 8, 'New')");
    BOOST_TEST(names() == "Max,New");
    undo_last();
    BOOST_TEST(names() == "Rex,Ben");
    undo_last(); // the undo itself
    BOOST_TEST(names() == "Max,New");
    BOOST_TEST(is_sound());
}

BOOST_AUTO_TEST_CASE(undoes_a_swap_of_unique_values) {
    change("CREATE UNIQUE INDEX pets_by_name ON pets_pet (name);"
           "INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change("UPDATE pets_pet SET name = 'x' WHERE pet = 1;UPDATE pets_pet SET name = 'Rex' WHERE "
           "pet = 2;UPDATE pets_pet SET name = 'Ben' WHERE pet = 1");
    undo_last();
    BOOST_TEST(names() == "Rex,Ben");
}

BOOST_AUTO_TEST_CASE(undoes_reals_and_blobs_and_large_values_exactly) {
    change("CREATE TABLE pets_scan (scan INTEGER PRIMARY KEY, weight REAL, image BLOB, note TEXT)"
           " STRICT");
    change("INSERT INTO pets_scan VALUES (1, 0.1 + 0.2, zeroblob(1048576), NULL)");
    change("UPDATE pets_scan SET weight = 0.3, image = x'00ff', note = 'x'");
    undo_last();
    BOOST_TEST(
        db.execAndGet("SELECT weight = 0.1 + 0.2 AND image = zeroblob(1048576)"
                      " AND note IS NULL FROM pets_scan")
            .getInt() == 1
    );
    BOOST_TEST(is_sound());
}

BOOST_AUTO_TEST_CASE(does_not_undo_a_row_that_was_changed_outside_praxis) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    change("UPDATE pets_pet SET name = 'Ben'");
    db.exec("UPDATE pets_pet SET client = 9");
    BOOST_CHECK_THROW(undo_last(), Refused);
}

BOOST_AUTO_TEST_CASE(lists_the_newest_sets_that_changed_records) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    const auto first = journal_head(db).change_set;
    change("INSERT INTO core_access (at, login, command, records, line)"
           " VALUES (0, '', 'pet show', '', x'01')");
    change("UPDATE pets_pet SET name = 'Ben'");
    const auto sets = newest_change_sets(db, 2);
    BOOST_REQUIRE(sets.size() == 2U);
    BOOST_TEST(sets[0].number == first + 2); // the viewing of a record is no change of one
    BOOST_TEST(sets[1].number == first);
    BOOST_TEST(newest_change_sets(db, 1).size() == 1U);
    BOOST_TEST(newest_change_sets(db, 0).empty());
}

BOOST_AUTO_TEST_CASE(counts_the_changes_of_records_in_a_set) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben');"
           "INSERT INTO core_access (at, login, command, records, line)"
           " VALUES (0, '', 'pet show', '', x'01')");
    const auto set = newest_set();
    BOOST_TEST(count_undoable_changes(db, set) == 2);
    BOOST_TEST(last_change_before(db, set) == set.last_change - 3);
}

BOOST_AUTO_TEST_CASE(names_each_row_that_changed_later_once) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    const auto last = newest_set().last_change;
    change("UPDATE pets_pet SET name = 'Max';INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    change("UPDATE pets_pet SET name = name || '!'");
    const auto rows = rows_changed_after(db, last);
    BOOST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0].table == "pets_pet");
    BOOST_TEST(rows[0].number == 1);
    BOOST_TEST(!rows[0].goes);
    BOOST_TEST(rows[1].number == 2);
    BOOST_TEST(rows[1].goes);
    BOOST_TEST(rows_changed_after(db, newest_set().last_change).empty());
}

BOOST_AUTO_TEST_CASE(returns_what_it_reverted_newest_first) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    change("UPDATE pets_pet SET name = 'Max';INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    const auto undone = undo(newest_set());
    BOOST_REQUIRE(undone.size() == 2U);
    BOOST_TEST(undone[0].row_number == 2);
    BOOST_TEST(!undone[0].after);
    BOOST_TEST(undone[1].row_number == 1);
    BOOST_TEST((undone[1].before->at("name") == Cell{std::string{"Max"}}));
    BOOST_TEST((undone[1].after->at("name") == Cell{std::string{"Rex"}}));
}

BOOST_AUTO_TEST_CASE(undoes_an_earlier_set_whose_rows_are_as_it_left_them) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    change("UPDATE pets_pet SET name = 'Max'");
    const auto set = newest_set();
    change("INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    undo(set);
    BOOST_TEST(names() == "Rex,Ben");
    BOOST_TEST(is_sound());
    BOOST_TEST(reason_against(set).find("was changed since") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(undoes_nothing_when_one_row_of_the_set_cannot_be_undone) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change("UPDATE pets_pet SET name = name || '!'");
    const auto set = newest_set();
    change("UPDATE pets_pet SET client = 8 WHERE pet = 1"); // undone after pet 2
    BOOST_TEST(reason_against(set) != "nothing");
    BOOST_TEST(names() == "Rex!,Ben!");
}

BOOST_AUTO_TEST_CASE(refuses_keys_erased_clients_and_changes_of_the_tables) {
    change("INSERT INTO core_user (user, uuid, name, created_at) VALUES (1, zeroblob(16), 'I', 0)");
    change("INSERT INTO core_signing_key (user, public_key, since) VALUES (1, randomblob(32), 0)");
    BOOST_TEST(reason_against(newest_set()) == "praxis pet change cannot be undone");
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    for (const auto* command : {"migrate pets", "plugin purge", "init"}) {
        auto set = newest_set();
        set.author.command = command;
        BOOST_TEST(reason_against(set).find("cannot be undone") != std::string::npos, command);
    }
    change(
        "DELETE FROM pets_pet;INSERT INTO core_erasure (client, uuid, at, user, reason, done)"
        " VALUES (7, zeroblob(16), 0, 1, 'asked', 1)",
        7
    );
    BOOST_TEST(reason_against(newest_set()) == "praxis pet change cannot be undone");
}

BOOST_AUTO_TEST_CASE(a_guard_of_the_record_refuses_and_says_why) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    const auto set = newest_set();
    db.exec("CREATE TRIGGER pets_kept BEFORE DELETE ON pets_pet"
            " BEGIN SELECT RAISE(ABORT, 'a signed pet stays'); END");
    BOOST_TEST(reason_against(set).find("a signed pet stays") != std::string::npos);
    BOOST_TEST(names() == "Rex");
}

BOOST_AUTO_TEST_CASE(makes_a_row_what_is_wanted) {
    const auto table = find_journalled_table(db, "pets_pet").value();
    const Row row{{"pet", std::int64_t{5}}, {"name", std::string{"Rex"}}};
    set_row(db, table, 5, std::nullopt, row);
    BOOST_TEST(names() == "Rex");
    Row other = row;
    other["name"] = std::string{"Max"};
    other["client"] = std::int64_t{7};
    set_row(db, table, 5, row, other);
    BOOST_TEST((find_row(db, table, 5).value() == other));
    set_row(db, table, 5, other, row); // what only the other row has becomes NULL
    BOOST_TEST((find_row(db, table, 5).value() == row));
    const Row strange{{"pet", std::int64_t{5}}, {"colour", std::string{"red"}}};
    BOOST_CHECK_THROW(set_row(db, table, 5, row, strange), Refused);
    const Row wrong{{"pet", std::int64_t{5}}, {"client", std::string{"seven"}}};
    BOOST_CHECK_THROW(set_row(db, table, 5, row, wrong), SQLite::Exception);
    set_row(db, table, 5, row, std::nullopt);
    set_row(db, table, 5, std::nullopt, std::nullopt);
    BOOST_TEST(names().empty());
}

BOOST_AUTO_TEST_SUITE_END()
