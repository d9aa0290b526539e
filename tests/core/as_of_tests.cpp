// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "journal/as_of.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>
#include <vector>

namespace {

using namespace praxis;
using namespace praxis::practice;

Instant at(std::int64_t seconds) {
    return Instant{std::chrono::seconds{seconds}};
}

struct Fixture : testing::CorePractice {
    Fixture() { db.exec("PRAGMA foreign_keys = OFF"); }

    /// A change set of that moment.
    void change_at(Instant moment, const std::string& sql) {
        SQLite::Transaction transaction{db};
        const TableWatch watch{db};
        begin_change_set(db);
        for (const auto& one : split(sql, ';')) {
            execute(db, one);
        }
        end_change_set(db, {moment, std::nullopt, "", "pet change"}, sealing());
        transaction.commit();
    }

    std::string text(const std::string& sql) {
        return first_row(
                   statement(db, sql), [](auto& query) { return column_text(query, 0); }
        ).value_or("");
    }

    std::string names() {
        return text("SELECT group_concat(name) FROM (SELECT name FROM pets_pet ORDER BY pet)");
    }

    std::string schema() { return text("SELECT group_concat(sql) FROM sqlite_schema"); }

    /// What `look` sees of the practice as it was before that moment.
    std::string seen_before(Instant moment, const std::function<std::string()>& look) {
        const SQLite::Transaction transaction{db}; // rolled back
        turned_back = turn_back(db, last_change_before(db, moment));
        return look();
    }

    std::string names_before(Instant moment) {
        return seen_before(moment, [this] { return names(); });
    }

    std::vector<std::pair<std::string, std::int64_t>> turned_back;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(as_of_tests, Fixture)

BOOST_AUTO_TEST_CASE(shows_added_changed_and_removed_rows_as_they_were) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change_at(at(3000), "UPDATE pets_pet SET name = 'Max' WHERE pet = 1");
    change_at(at(4000), "DELETE FROM pets_pet WHERE pet = 2");
    change_at(at(5000), "INSERT INTO pets_pet VALUES (3, 8, 'New')");
    BOOST_TEST(names_before(at(2000)).empty()); // the moment itself is not before it
    BOOST_TEST(names_before(at(2001)) == "Rex,Ben");
    BOOST_TEST(names_before(at(4000)) == "Max,Ben");
    BOOST_TEST(names_before(at(4001)) == "Max");
    BOOST_TEST(names_before(at(9000)) == "Max,New");
    BOOST_TEST(turned_back.empty());
    BOOST_TEST(names() == "Max,New"); // nothing of it was stored
}

BOOST_AUTO_TEST_CASE(names_each_row_that_changed_since_once) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change_at(at(3000), "UPDATE pets_pet SET name = 'Max' WHERE pet = 1");
    change_at(at(4000), "UPDATE pets_pet SET name = 'Tom' WHERE pet = 1");
    BOOST_TEST(names_before(at(2500)) == "Rex,Ben");
    BOOST_REQUIRE(turned_back.size() == 1U);
    BOOST_TEST(turned_back[0].first == "pets_pet");
    BOOST_TEST(turned_back[0].second == 1);
}

BOOST_AUTO_TEST_CASE(puts_back_unique_values_that_were_swapped) {
    db.exec("CREATE UNIQUE INDEX pets_by_name ON pets_pet (name)");
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change_at(
        at(3000),
        "UPDATE pets_pet SET name = 'x' WHERE pet = 1;UPDATE pets_pet SET name = 'Rex' WHERE pet = "
        "2;"
        "UPDATE pets_pet SET name = 'Ben' WHERE pet = 1"
    );
    BOOST_TEST(names_before(at(3000)) == "Rex,Ben");
}

BOOST_AUTO_TEST_CASE(guards_do_not_hold_it_up_and_return_with_the_rollback) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    db.exec("CREATE TRIGGER pets_kept BEFORE DELETE ON pets_pet"
            " BEGIN SELECT RAISE(ABORT, 'a signed pet stays'); END");
    const auto before = schema();
    BOOST_TEST(names_before(at(1500)).empty());
    BOOST_TEST(schema() == before);
    BOOST_CHECK_THROW(db.exec("DELETE FROM pets_pet"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(a_wrong_clock_does_not_change_the_order_of_the_sets) {
    change_at(at(5000), "INSERT INTO pets_pet VALUES (1, 7, 'Late')");
    BOOST_TEST(!is_clock_out_of_order(db, at(6000)));
    change_at(at(3000), "INSERT INTO pets_pet VALUES (2, 7, 'Early')");
    BOOST_TEST(is_clock_out_of_order(db, at(4000)));
    BOOST_TEST(!is_clock_out_of_order(db, at(3000))); // no set after it is from before
    BOOST_TEST(!is_clock_out_of_order(db, at(6000)));
    BOOST_TEST(names_before(at(4000)) == "Late,Early"); // the first set was before the second one
    BOOST_TEST(names_before(at(2000)).empty());
}

BOOST_AUTO_TEST_CASE(a_row_whose_history_was_erased_is_left_out) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 8, 'Ben')");
    change_at(at(3000), "UPDATE pets_pet SET name = 'Max' WHERE pet = 1");
    change("DELETE FROM pets_pet WHERE client = 7", 7);
    BOOST_TEST(names_before(at(2500)) == "Ben");
}

BOOST_AUTO_TEST_CASE(what_the_practice_notes_about_itself_stays) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    const auto plugins = [this] { return text("SELECT group_concat(plugin) FROM core_plugin"); };
    const auto today = plugins();
    BOOST_TEST(!today.empty());
    BOOST_TEST(seen_before(at(1), plugins) == today);
}

BOOST_AUTO_TEST_CASE(a_column_that_is_gone_is_named) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    change_at(at(3000), "DELETE FROM pets_pet");
    SQLite::Database later{path, SQLite::OPEN_READWRITE};
    later.exec("ALTER TABLE pets_pet DROP COLUMN name");
    const SQLite::Transaction transaction{later};
    BOOST_CHECK_EXCEPTION(
        turn_back(later, last_change_before(later, at(2500))),
        Refused,
        [](const Refused& refused) {
            return std::string{refused.what()}.find("the column name") != std::string::npos;
        }
    );
}

BOOST_AUTO_TEST_CASE(a_table_that_cannot_store_the_older_rows_is_refused) {
    change_at(at(2000), "INSERT INTO pets_pet VALUES (1, 7, NULL)");
    change_at(at(3000), "UPDATE pets_pet SET name = 'Rex'");
    db.exec("CREATE UNIQUE INDEX pets_one ON pets_pet (client, coalesce(name, 'Ben'))");
    change_at(at(4000), "INSERT INTO pets_pet VALUES (2, 7, 'Ben')");
    BOOST_TEST(names_before(at(3500)) == "Rex");
    db.exec("DELETE FROM pets_pet WHERE pet = 2;"
            "INSERT INTO pets_pet VALUES (3, 7, 'Ben')"); // outside praxis: it stays there
    BOOST_CHECK_THROW(names_before(at(2500)), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
