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

BOOST_AUTO_TEST_CASE(remembers_which_plugins_can_veto) {
    schema.before = {"note.signing/1", "client.erasing/1"};
    run();
    BOOST_TEST(plugins_with_veto(db, "note.signing/1") == std::vector<std::string>{"pets"});
    BOOST_TEST(plugins_with_veto(db, "client.erasing/1") == std::vector<std::string>{"pets"});
    BOOST_TEST(plugins_with_veto(db, "signing/1").empty());
}

BOOST_AUTO_TEST_CASE(updates_the_vetoes_of_a_newer_plugin_without_a_migration) {
    run();
    BOOST_TEST(plugins_with_veto(db, "note.signing/1").empty());
    remember_veto(db, "pets", {"note.signing/1"});
    BOOST_TEST(plugins_with_veto(db, "note.signing/1") == std::vector<std::string>{"pets"});
    remember_veto(db, "birds", {"note.signing/1"}); // has no tables here
    BOOST_TEST(plugins_with_veto(db, "note.signing/1").size() == 1U);
}

BOOST_AUTO_TEST_CASE(names_the_fix_for_a_failed_migration) {
    schema.migrations.push_back({2, "broken", "CREATE TABLE nobodys (a)"});
    try {
        run();
        BOOST_ERROR("it did not fail");
    } catch (const PracticeError& error) {
        BOOST_TEST(error.hint() == "praxis plugin disable pets");
    }
}

BOOST_AUTO_TEST_CASE(runs_the_pending_migrations_once) {
    BOOST_TEST(is_pending(db, schema));
    run();
    BOOST_TEST(has_table("pets_pet"));
    BOOST_TEST(applied_schema(db, "pets") == 1);
    BOOST_TEST(!is_pending(db, schema));
    run(); // a second run does nothing
}

BOOST_AUTO_TEST_CASE(copies_the_practice_before_a_later_migration) {
    run();
    db.exec("INSERT INTO pets_pet VALUES ('Rex')");
    schema.migrations.push_back({2, "age", "ALTER TABLE pets_pet ADD COLUMN age INTEGER"});
    run();
    SQLite::Database copy{folder / "practice.db.before-pets-2"};
    auto query = statement(copy, "SELECT * FROM pets_pet");
    BOOST_TEST(query.executeStep());
    BOOST_TEST(query.getColumnCount() == 1);
}

BOOST_AUTO_TEST_CASE(leaves_the_practice_unchanged_when_a_migration_fails) {
    schema.migrations.push_back({2, "nonsense", "CREATE TABLE pets_toy (a); NONSENSE"});
    BOOST_TEST(code_of_migrating() == "migration_failed");
    BOOST_TEST(!has_table("pets_pet"));
    BOOST_TEST(!has_table("pets_toy"));
    BOOST_TEST(applied_schema(db, "pets") == 0);
    BOOST_TEST(db.execAndGet("PRAGMA foreign_keys").getInt() == 1);
}

BOOST_AUTO_TEST_CASE(refuses_a_migration_that_breaks_references) {
    schema.migrations.push_back(
        {2,
         "toy",
         "CREATE TABLE pets_toy (toy INTEGER PRIMARY KEY, owner INTEGER REFERENCES pets_toy);"
         "INSERT INTO pets_toy VALUES (1, 7)"}
    );
    BOOST_TEST(code_of_migrating() == "migration_failed");
    BOOST_TEST(!has_table("pets_toy"));
}

BOOST_AUTO_TEST_CASE(refuses_a_practice_with_newer_migrations) {
    run();
    db.exec("UPDATE core_plugin SET schema = 2");
    BOOST_TEST(code_of_migrating() == "practice_newer");
}

BOOST_AUTO_TEST_CASE(detects_an_edited_migration) {
    run();
    schema.migrations = {
        {1, "pet", "CREATE TABLE pets_pet (name TEXT, age INTEGER) STRICT"},
        {2, "toy", "CREATE TABLE pets_toy (a)"}};
    BOOST_TEST(code_of_migrating() == "migration_changed");
    BOOST_TEST(!has_table("pets_toy"));
}

BOOST_AUTO_TEST_SUITE_END()
