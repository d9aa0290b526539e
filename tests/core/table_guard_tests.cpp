// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "practice/purge.hpp"
#include "practice/table_guard.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;

/// Two plugins, "pets" and "pets-toys"; the prefix of the second starts with that of the first.
struct Fixture : testing::CorePractice {
    Fixture() {
        execute(db, "INSERT INTO core_plugin VALUES (NULL, 'pets', '1', 1, 'pets_', '', '', 0)");
        db.exec("CREATE TABLE other_thing (thing INTEGER PRIMARY KEY) STRICT");
        execute(db, "INSERT INTO core_plugin VALUES (NULL, 'other', '1', 1, 'other_', '', '', 0)");
    }

    std::string sql;

    Schema toys(std::vector<std::string> needs = {}) {
        return {"pets-toys", "1.0.0", "pets_toys_", {}, {{1, "step", sql}}, std::move(needs)};
    }

    /// The message if the plugin's only migration is that SQL; "nothing" if it ran.
    std::string problem_of_step(const std::string& step, std::vector<std::string> needs = {}) {
        sql = step;
        try {
            migrate(db, path, toys(std::move(needs)), {now, std::nullopt, {}, {}}, sealing());
        } catch (const Error& error) {
            return error.what();
        }
        return "nothing";
    }

    bool is_refused(const std::string& step) {
        return problem_of_step(step).find("is not allowed") != std::string::npos;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(table_guard_tests, Fixture)

BOOST_AUTO_TEST_CASE(lets_a_migration_do_anything_with_its_own_tables) {
    BOOST_TEST(
        problem_of_step(
            "CREATE TABLE pets_toys_ball (ball INTEGER PRIMARY KEY, colour TEXT UNIQUE) STRICT;"
            "CREATE INDEX pets_toys_by_colour ON pets_toys_ball (colour);"
            "CREATE VIEW pets_toys_red AS SELECT ball FROM pets_toys_ball WHERE colour = 'red';"
            "CREATE TRIGGER pets_toys_kept BEFORE DELETE ON pets_toys_ball"
            " BEGIN SELECT RAISE(ABORT, 'kept'); END;"
            "CREATE VIRTUAL TABLE pets_toys_search USING fts5 (colour);"
            "INSERT INTO pets_toys_search VALUES ('red');"
            "INSERT INTO pets_toys_ball SELECT pet, name FROM pets_pet;"
            "CREATE TABLE pets_toys_new (ball INTEGER PRIMARY KEY, colour TEXT) STRICT;"
            "INSERT INTO pets_toys_new SELECT * FROM pets_toys_ball;"
            "DROP VIEW pets_toys_red; DROP TABLE pets_toys_ball;"
            "ALTER TABLE pets_toys_new RENAME TO pets_toys_ball;"
            "ALTER TABLE pets_toys_ball ADD COLUMN size INTEGER"
        ) == "nothing"
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_name_without_the_prefix) {
    BOOST_TEST(is_refused("CREATE TABLE ball (ball INTEGER)"));
    BOOST_TEST(is_refused("CREATE VIEW red AS SELECT 1"));
    BOOST_TEST(is_refused("CREATE VIRTUAL TABLE search USING fts5 (colour)"));
}

BOOST_AUTO_TEST_CASE(refuses_tables_of_the_shorter_prefix) {
    BOOST_TEST(is_refused("CREATE TABLE pets_ball (ball INTEGER)"));
    BOOST_TEST(is_refused("DROP TABLE pets_pet"));
}

BOOST_AUTO_TEST_CASE(refuses_the_prefix_of_another_plugin) {
    auto thief = toys();
    const std::string drop = "DROP TABLE other_thing";
    thief.migrations = {{1, "theft", drop}};
    for (const auto* prefix : {"other_", "other_thing_", "other_th", "core_", "core_sec", "o"}) {
        thief.table_prefix = prefix;
        const bool harmless =
            std::string{prefix} == "other_thing_"; // no existing table starts with it
        BOOST_TEST(problem_of_prefix(db, thief).has_value() == !harmless, prefix);
        BOOST_CHECK_THROW(
            migrate(db, path, thief, {now, std::nullopt, {}, {}}, sealing()), PracticeError
        );
    }
    BOOST_TEST(db.tableExists("other_thing"));
    BOOST_TEST(!problem_of_prefix(db, toys()).has_value());
}

BOOST_AUTO_TEST_CASE(refuses_to_touch_tables_of_others) {
    BOOST_TEST(is_refused("DROP TABLE other_thing"));
    BOOST_TEST(is_refused("ALTER TABLE other_thing ADD COLUMN more TEXT"));
    BOOST_TEST(is_refused("ALTER TABLE other_thing RENAME TO pets_toys_thing"));
    BOOST_TEST(is_refused("INSERT INTO other_thing VALUES (1)"));
    BOOST_TEST(is_refused("UPDATE other_thing SET thing = 2"));
    BOOST_TEST(is_refused("DELETE FROM core_change"));
    BOOST_TEST(is_refused("CREATE INDEX pets_toys_i ON other_thing (thing)"));
    BOOST_TEST(
        is_refused("CREATE TRIGGER pets_toys_t AFTER INSERT ON other_thing BEGIN SELECT 1; END")
    );
    BOOST_TEST(db.tableExists("other_thing"));
}

BOOST_AUTO_TEST_CASE(refuses_to_leave_the_file_or_the_transaction) {
    BOOST_TEST(is_refused("ATTACH ':memory:' AS elsewhere"));
    BOOST_TEST(is_refused("PRAGMA foreign_keys = OFF"));
    BOOST_TEST(is_refused("PRAGMA writable_schema = ON"));
    BOOST_TEST(is_refused("COMMIT"));
    BOOST_TEST(is_refused("SELECT load_extension('x')"));
    BOOST_TEST(is_refused("CREATE TEMP TABLE pets_toys_t (a)"));
}

BOOST_AUTO_TEST_CASE(allows_only_restrictive_references_to_needed_plugins) {
    const auto refer = [](const std::string& end) {
        return "CREATE TABLE pets_toys_ball (ball INTEGER PRIMARY KEY, thing INTEGER REFERENCES "
               "other_thing (thing)" +
               end + ") STRICT";
    };
    BOOST_TEST(problem_of_step(refer("")).find("is not among its [needs]") != std::string::npos);
    BOOST_TEST(
        problem_of_step(refer(" ON DELETE CASCADE"), {"other"}).find("only RESTRICT") !=
        std::string::npos
    );
    BOOST_TEST(problem_of_step(refer(" ON DELETE RESTRICT"), {"other"}) == "nothing");
}

BOOST_AUTO_TEST_CASE(refuses_a_table_whose_rows_the_journal_cannot_record) {
    for (const auto* columns :
         {"(colour TEXT)",
          "(colour TEXT PRIMARY KEY)",
          "(a INTEGER, b INTEGER, PRIMARY KEY (a, b))",
          "(a INTEGER PRIMARY KEY, b TEXT) WITHOUT ROWID"}) {
        const auto problem = problem_of_step(std::string{"CREATE TABLE pets_toys_x "} + columns);
        BOOST_TEST(problem.find("needs an INTEGER PRIMARY KEY") != std::string::npos, problem);
    }
    const auto generated = "CREATE TABLE pets_toys_x (a INTEGER PRIMARY KEY, b AS (a + 1))";
    BOOST_TEST(problem_of_step(generated).find("generated column") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_a_migration_that_breaks_a_view) {
    const auto problem =
        problem_of_step("CREATE VIEW pets_toys_red AS SELECT colour FROM pets_toys_gone");
    BOOST_TEST(problem.find("the view pets_toys_red") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(purges_only_the_named_plugin) {
    problem_of_step("CREATE TABLE pets_toys_ball (ball INTEGER PRIMARY KEY) STRICT;"
                    "INSERT INTO pets_toys_ball VALUES (1), (2);"
                    "CREATE TRIGGER pets_toys_kept BEFORE DELETE ON pets_toys_ball"
                    " BEGIN SELECT RAISE(ABORT, 'kept'); END;"
                    "CREATE VIRTUAL TABLE pets_toys_search USING fts5 (colour)");
    const std::vector<std::pair<std::string, std::int64_t>> expected{{"pets_toys_ball", 2}};
    BOOST_TEST((tables_of(db, "pets-toys") == expected));
    purge(db, "pets-toys");
    BOOST_TEST(!knows_plugin(db, "pets-toys"));
    BOOST_TEST(!db.tableExists("pets_toys_ball"));
    BOOST_TEST(!db.tableExists("pets_toys_search"));
    BOOST_TEST(db.tableExists("pets_pet"));
}

BOOST_AUTO_TEST_CASE(does_not_purge_a_table_that_another_plugin_refers_to) {
    problem_of_step(
        "CREATE TABLE pets_toys_ball (ball INTEGER PRIMARY KEY, thing INTEGER REFERENCES "
        "other_thing (thing)) STRICT",
        {"other"}
    );
    BOOST_CHECK_THROW(purge(db, "other"), Refused);
    BOOST_TEST(db.tableExists("other_thing"));
}

BOOST_AUTO_TEST_SUITE_END()
