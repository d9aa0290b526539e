// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "practice/key_file.hpp"
#include "practice/verify_migrations.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using practice::Schema;

constexpr std::string_view first_step =
    "CREATE TABLE stone_stone (stone INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT) STRICT;"
    "CREATE INDEX stone_by_name ON stone_stone (name);"
    "CREATE TRIGGER stone_stays BEFORE DELETE ON stone_stone"
    " BEGIN SELECT RAISE(ABORT, 'a stone stays'); END;";
constexpr std::string_view second_step = "ALTER TABLE stone_stone ADD COLUMN weight INTEGER";

/// A practice with the tables of the core and of a plugin "stone".
struct StonePractice {
    testing::Folder folder;
    std::string path = folder / "practice.db";
    SQLite::Database db{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    Schema stone{
        .plugin = "stone",
        .version = "1",
        .table_prefix = "stone_",
        .migrations = {{1, "stone", first_step}, {2, "weight", second_step}}};
    plugins::Platform platform{plugins::Places{}};

    StonePractice() {
        add(platform.core().schema);
        add(stone);
    }

    void add(const Schema& schema) {
        practice::migrate(
            db,
            path,
            schema,
            {testing::CorePractice::now, std::nullopt, {}, {}},
            testing::CorePractice::sealing()
        );
    }

    /// The findings after that change outside praxis.
    std::vector<std::string> after(const std::string& sql) {
        db.exec(sql);
        return findings();
    }

    std::vector<std::string> findings() {
        return practice::verify_migrations(db, {platform.core().schema, stone});
    }
};

/// Whether one finding, and no other, names that.
bool is_only(const std::vector<std::string>& findings, const std::string& name) {
    return findings.size() == 1 && findings.front().find(name) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(verify_migrations_tests, StonePractice)

BOOST_AUTO_TEST_CASE(a_practice_has_what_the_migrations_make) {
    BOOST_TEST(findings().empty());
}

BOOST_AUTO_TEST_CASE(planted_objects_are_found) {
    BOOST_TEST(is_only(after("CREATE TABLE loose (x)"), "loose"));
}

BOOST_AUTO_TEST_CASE(a_planted_trigger_is_found_under_the_name_of_its_plugin) {
    BOOST_TEST(is_only(
        after("CREATE TRIGGER stone_spy AFTER INSERT ON stone_stone BEGIN SELECT 1; END"),
        "stone_spy"
    ));
}

BOOST_AUTO_TEST_CASE(a_planted_trigger_is_found_under_the_name_of_an_absent_plugin) {
    execute(
        db,
        "INSERT INTO core_plugin (plugin, version, schema, table_prefix, derived_tables, before,"
        " installed_at) VALUES ('gone', '1', 0, 'gone_', '', '', 0)"
    );
    BOOST_TEST(is_only(
        after("CREATE TRIGGER gone_spy AFTER INSERT ON stone_stone BEGIN SELECT 1; END"), "gone_spy"
    ));
}

BOOST_AUTO_TEST_CASE(tables_of_an_absent_plugin_are_not_compared) {
    execute(
        db,
        "INSERT INTO core_plugin (plugin, version, schema, table_prefix, derived_tables, before,"
        " installed_at) VALUES ('gone', '1', 0, 'gone_', '', '', 0)"
    );
    BOOST_TEST(after("CREATE TABLE gone_thing (thing INTEGER PRIMARY KEY, x TEXT UNIQUE)").empty());
}

BOOST_AUTO_TEST_CASE(dropped_objects_are_found) {
    BOOST_TEST(is_only(after("DROP INDEX stone_by_name"), "stone_by_name"));
}

BOOST_AUTO_TEST_CASE(a_dropped_guard_is_found) {
    BOOST_TEST(is_only(after("DROP TRIGGER stone_stays"), "stone_stays"));
}

BOOST_AUTO_TEST_CASE(an_altered_table_is_found) {
    BOOST_TEST(is_only(after("ALTER TABLE stone_stone ADD COLUMN spare TEXT"), "stone_stone"));
}

BOOST_AUTO_TEST_CASE(a_table_that_the_practice_alone_calls_derived_is_found) {
    BOOST_TEST(is_only(
        after("UPDATE core_plugin SET derived_tables = 'stone_stone' WHERE plugin = 'stone'"),
        "stone_stone"
    ));
}

BOOST_AUTO_TEST_CASE(a_migration_with_another_digest_is_found) {
    BOOST_TEST(is_only(
        after(
            "UPDATE core_migration SET digest = zeroblob(32) WHERE plugin = 'stone' AND number = 2"
        ),
        "migration 2 of stone"
    ));
}

BOOST_AUTO_TEST_CASE(a_migration_that_the_practice_no_longer_lists_is_found) {
    BOOST_TEST(!after("DELETE FROM core_migration WHERE plugin = 'stone' AND number = 1").empty());
}

BOOST_AUTO_TEST_CASE(a_slot_with_a_key_that_the_practice_did_not_make_is_found) {
    BOOST_TEST(practice::verify_key_file(db, path).empty()); // a plain practice has no slots
    const auto& random = testing::CorePractice::random_bytes;
    const practice::Identity stranger{random};
    const practice::DataKey key{random};
    auto slot = practice::seal(key, stranger, "U-0009", "a passphrase", random);
    practice::write_key_file(path, {slot});
    const auto all = practice::verify_practice(db, path, {platform.core().schema, stone});
    BOOST_TEST(is_only(practice::verify_key_file(db, path), "U-0009"));
    BOOST_TEST(is_only(all.findings, "the slot of U-0009"));
    slot.from_set = practice::journal_head(db).change_set + 1; // that set was never committed
    practice::write_key_file(path, {slot});
    BOOST_TEST(practice::verify_key_file(db, path).empty());
    slot.from_set.reset();
    db.exec(
        "INSERT INTO core_signing_key (public_key, since) VALUES (x'" + stranger.public_key() +
        "', 0)"
    );
    practice::write_key_file(path, {slot});
    BOOST_TEST(practice::verify_key_file(db, path).empty());
}

BOOST_AUTO_TEST_CASE(a_counter_set_back_is_found) {
    execute(
        db,
        "INSERT INTO core_change (change, change_set, table_name, row_number, kind, salt, digest)"
        " VALUES (1000, 1000, 'stone_stone', 7, 1, zeroblob(16), zeroblob(32))"
    );
    BOOST_TEST(is_only(practice::verify_sequences(db), "stone_stone"));
    db.exec("INSERT INTO stone_stone (stone) VALUES (7)");
    BOOST_TEST(practice::verify_sequences(db).empty());
    db.exec("UPDATE sqlite_sequence SET seq = 6 WHERE name = 'stone_stone'");
    BOOST_TEST(is_only(practice::verify_sequences(db), "stone_stone"));
}

BOOST_AUTO_TEST_SUITE_END()
