// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "practice/migrate.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;

constexpr Instant now{std::chrono::seconds{1000}};

/// A database with the tables that migrations are recorded in, and one of a plugin's.
struct Fixture {
    testing::Folder folder;
    std::string path = folder / "practice.db";
    SQLite::Database db{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    Schema schema{
        "pets", "1.0.0", "pets_", {}, {{1, "pet", "CREATE TABLE pets_pet (name TEXT) STRICT"}}};

    Fixture() {
        db.exec("PRAGMA foreign_keys = ON;"
                "CREATE TABLE core_plugin (plugin TEXT PRIMARY KEY, version TEXT, schema INTEGER,"
                " table_prefix TEXT, derived_tables TEXT, before TEXT,"
                " installed_at INTEGER);"
                "CREATE TABLE core_migration (plugin TEXT, number INTEGER, name TEXT, digest TEXT,"
                " applied_at INTEGER, PRIMARY KEY (plugin, number));");
    }

    void run() {
        migrate(db, path, schema, {now, std::nullopt, {}, {}}, [](auto bytes) {
            randombytes_buf(bytes.data(), bytes.size());
        });
    }

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

BOOST_AUTO_TEST_CASE(remembers_who_had_a_say) {
    schema.before = {"note.signing/1", "client.erasing/1"};
    run();
    BOOST_TEST(with_a_say(db, "note.signing/1") == std::vector<std::string>{"pets"});
    BOOST_TEST(with_a_say(db, "client.erasing/1") == std::vector<std::string>{"pets"});
    BOOST_TEST(with_a_say(db, "signing/1").empty());
}

BOOST_AUTO_TEST_CASE(remembers_what_a_newer_one_has_a_say_in_without_a_new_step) {
    run();
    BOOST_TEST(with_a_say(db, "note.signing/1").empty());
    remember_say(db, "pets", {"note.signing/1"});
    BOOST_TEST(with_a_say(db, "note.signing/1") == std::vector<std::string>{"pets"});
    remember_say(db, "birds", {"note.signing/1"}); // has no tables here
    BOOST_TEST(with_a_say(db, "note.signing/1").size() == 1U);
}

BOOST_AUTO_TEST_CASE(says_what_to_do_about_a_step_that_fails) {
    schema.migrations.push_back({2, "broken", "CREATE TABLE nobodys (a)"});
    try {
        run();
        BOOST_ERROR("it did not fail");
    } catch (const PracticeError& error) {
        BOOST_TEST(error.hint() == "praxis plugin disable pets");
    }
}

BOOST_AUTO_TEST_CASE(runs_the_missing_steps_once) {
    BOOST_TEST(is_pending(db, schema));
    run();
    BOOST_TEST(has_table("pets_pet"));
    BOOST_TEST(applied_schema(db, "pets") == 1);
    BOOST_TEST(!is_pending(db, schema));
    run(); // again is nothing
}

BOOST_AUTO_TEST_CASE(keeps_a_copy_of_what_was_there_before_a_later_step) {
    run();
    db.exec("INSERT INTO pets_pet VALUES ('Rex')");
    schema.migrations.push_back({2, "age", "ALTER TABLE pets_pet ADD COLUMN age INTEGER"});
    run();
    SQLite::Database copy{folder / "practice.db.before-pets-2"};
    auto query = statement(copy, "SELECT * FROM pets_pet");
    BOOST_TEST(query.executeStep());
    BOOST_TEST(query.getColumnCount() == 1);
}

BOOST_AUTO_TEST_CASE(leaves_the_practice_as_it_was_when_a_step_fails) {
    schema.migrations.push_back({2, "nonsense", "CREATE TABLE pets_toy (a); NONSENSE"});
    BOOST_TEST(code_of_migrating() == "migration_failed");
    BOOST_TEST(!has_table("pets_pet"));
    BOOST_TEST(!has_table("pets_toy"));
    BOOST_TEST(applied_schema(db, "pets") == 0);
    BOOST_TEST(db.execAndGet("PRAGMA foreign_keys").getInt() == 1);
}

BOOST_AUTO_TEST_CASE(refuses_a_step_that_leaves_rows_without_their_parents) {
    schema.migrations.push_back(
        {2,
         "toy",
         "CREATE TABLE pets_toy (toy INTEGER PRIMARY KEY, owner INTEGER REFERENCES pets_toy);"
         "INSERT INTO pets_toy VALUES (1, 7)"}
    );
    BOOST_TEST(code_of_migrating() == "migration_failed");
    BOOST_TEST(!has_table("pets_toy"));
}

BOOST_AUTO_TEST_CASE(refuses_a_practice_that_knows_more_steps) {
    run();
    db.exec("UPDATE core_plugin SET schema = 2");
    BOOST_TEST(code_of_migrating() == "practice_newer");
}

BOOST_AUTO_TEST_CASE(notices_that_an_applied_step_was_edited) {
    run();
    schema.migrations = {
        {1, "pet", "CREATE TABLE pets_pet (name TEXT, age INTEGER) STRICT"},
        {2, "toy", "CREATE TABLE pets_toy (a)"}};
    BOOST_TEST(code_of_migrating() == "migration_changed");
    BOOST_TEST(!has_table("pets_toy"));
}

BOOST_AUTO_TEST_SUITE_END()
