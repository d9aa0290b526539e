// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "practice/migrate.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;

/// A practice and the schema of a plugin.
struct Fixture : testing::CorePractice {
    Schema schema{
        "birds",
        "1.0.0",
        "birds_",
        {},
        {{1, "bird", "CREATE TABLE birds_bird (bird INTEGER PRIMARY KEY, name TEXT) STRICT"}}};

    Fixture() { db.exec("PRAGMA foreign_keys = ON"); }

    void run() { migrate(db, path, schema, {now, std::nullopt, {}, {}}, sealing()); }

    bool has_table(const std::string& name) { return db.tableExists(name); }

    std::string code_of_migrating() {
        try {
            run();
        } catch (const Error& error) {
            return error.code();
        }
        return "nothing";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(migrate_tests, Fixture)

BOOST_AUTO_TEST_CASE(remembers_which_plugins_can_veto) {
    schema.before = {"note.signing/1", "client.erasing/1"};
    run();
    BOOST_TEST(plugins_with_veto(db, "note.signing/1") == std::vector<std::string>{"birds"});
    BOOST_TEST(plugins_with_veto(db, "client.erasing/1") == std::vector<std::string>{"birds"});
    BOOST_TEST(plugins_with_veto(db, "signing/1").empty());
}

BOOST_AUTO_TEST_CASE(updates_the_vetoes_of_a_newer_plugin_without_a_migration) {
    run();
    BOOST_TEST(plugins_with_veto(db, "note.signing/1").empty());
    remember_veto(db, "birds", {"note.signing/1"});
    BOOST_TEST(plugins_with_veto(db, "note.signing/1") == std::vector<std::string>{"birds"});
    remember_veto(db, "cats", {"note.signing/1"}); // has no tables here
    BOOST_TEST(plugins_with_veto(db, "note.signing/1").size() == 1U);
}

BOOST_AUTO_TEST_CASE(names_the_fix_for_a_failed_migration) {
    schema.migrations.push_back({2, "broken", "CREATE TABLE nobodys (a)"});
    try {
        run();
        BOOST_ERROR("it did not fail");
    } catch (const PracticeError& error) {
        BOOST_TEST(error.hint() == "praxis plugin disable birds");
    }
}

BOOST_AUTO_TEST_CASE(runs_the_pending_migrations_once) {
    BOOST_TEST(is_pending(db, schema));
    run();
    BOOST_TEST(has_table("birds_bird"));
    BOOST_TEST(applied_schema(db, "birds") == 1);
    BOOST_TEST(!is_pending(db, schema));
    run(); // a second run does nothing
}

BOOST_AUTO_TEST_CASE(copies_the_practice_before_a_later_migration) {
    run();
    db.exec("INSERT INTO birds_bird VALUES (1, 'Rex')");
    schema.migrations.push_back({2, "age", "ALTER TABLE birds_bird ADD COLUMN age INTEGER"});
    run();
    SQLite::Database copy{folder / "practice.db.before-birds-2"};
    auto query = statement(copy, "SELECT * FROM birds_bird");
    BOOST_TEST(query.executeStep());
    BOOST_TEST(query.getColumnCount() == 2);
}

BOOST_AUTO_TEST_CASE(leaves_the_practice_unchanged_when_a_migration_fails) {
    schema.migrations.push_back({2, "nonsense", "CREATE TABLE birds_seed (a); NONSENSE"});
    BOOST_TEST(code_of_migrating() == "migration_failed");
    BOOST_TEST(!has_table("birds_bird"));
    BOOST_TEST(!has_table("birds_seed"));
    BOOST_TEST(applied_schema(db, "birds") == 0);
    BOOST_TEST(db.execAndGet("PRAGMA foreign_keys").getInt() == 1);
}

BOOST_AUTO_TEST_CASE(refuses_a_migration_that_breaks_references) {
    schema.migrations.push_back(
        {2,
         "seed",
         "CREATE TABLE birds_seed (seed INTEGER PRIMARY KEY, owner INTEGER REFERENCES birds_seed);"
         "INSERT INTO birds_seed VALUES (1, 7)"}
    );
    BOOST_TEST(code_of_migrating() == "migration_failed");
    BOOST_TEST(!has_table("birds_seed"));
}

BOOST_AUTO_TEST_CASE(refuses_a_practice_with_newer_migrations) {
    run();
    db.exec("UPDATE core_plugin SET schema = 2");
    BOOST_TEST(code_of_migrating() == "practice_newer");
}

BOOST_AUTO_TEST_CASE(detects_an_edited_migration) {
    run();
    schema.migrations = {
        {1, "pet", "CREATE TABLE birds_bird (bird INTEGER PRIMARY KEY, age INTEGER) STRICT"},
        {2, "seed", "CREATE TABLE birds_seed (a)"}};
    BOOST_TEST(code_of_migrating() == "migration_changed");
    BOOST_TEST(!has_table("birds_seed"));
}

BOOST_AUTO_TEST_SUITE_END()
