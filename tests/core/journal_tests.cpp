// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "base/hex.hpp"
#include "journal/tables.hpp"
#include "journal/undo.hpp"
#include "journal/verify.hpp"
#include "practice/erase.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <SQLiteCpp/Savepoint.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using namespace praxis;
using namespace praxis::practice;

struct Fixture : testing::CorePractice {
    std::vector<std::string> findings() { return findings_in(db); }

    static std::vector<std::string> findings_in(SQLite::Database& practice) {
        return verify_journal(practice).findings;
    }

    std::string first_finding() {
        const auto all = findings();
        return all.empty() ? "nothing" : all.front();
    }

    std::string names() {
        return first_row(
                   statement(
                       db, "SELECT group_concat(name) FROM (SELECT name FROM pets_pet ORDER BY pet)"
                   ),
                   [](auto& query) { return column_text(query, 0); }
        ).value_or("");
    }

    /// The changes of pets_pet, in order.
    std::vector<Change> pet_changes() {
        return all_rows(
            statement(
                db,
                std::string{"SELECT "} + change_columns +
                    " FROM core_change WHERE table_name = 'pets_pet' ORDER BY change"
            ),
            read_change
        );
    }

    std::int64_t last_set() { return journal_head(db).change_set; }

    /// A key of a person, so that sets are signed from here on.
    void add_key() {
        const Identity identity{random_bytes};
        change(
            "INSERT INTO core_user (user, uuid, name, created_at) VALUES (1, zeroblob(16), 'I', 0);"
            "INSERT INTO core_signing_key (user, public_key, secret, since) VALUES (1, x'" +
            identity.public_key() + "', x'" + to_hex(identity.seed().bytes()) + "', 0)"
        );
    }

    void undo_last() {
        SQLite::Transaction transaction{db};
        TableWatch watch{db};
        begin_change_set(db);
        undo_changes(db, newest_change_sets(db, 1).front());
        const auto head = end_change_set(db, {now, std::nullopt, "", "undo"}, sealing());
        transaction.commit();
        write_anchor(db, path, head.value(), now);
    }

    void erase_client(std::int64_t client) {
        change(
            "INSERT INTO core_user (uuid, name, created_at) SELECT randomblob(16), 'I', 0;"
            "DELETE FROM pets_pet WHERE client = " +
                std::to_string(client) +
                ";INSERT INTO core_erasure (client, uuid, at, user, reason, done) SELECT " +
                std::to_string(client) +
                ", randomblob(16), 0, max(user), 'asked', 1 FROM core_user",
            client
        );
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(journal_tests, Fixture)

BOOST_AUTO_TEST_CASE(stores_only_what_the_tables_no_longer_contain) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    change("UPDATE pets_pet SET name = 'Ben'");
    change("DELETE FROM pets_pet");
    const auto changes = pet_changes();
    BOOST_REQUIRE(changes.size() == 3U);
    BOOST_TEST(!changes[0].old.has_value());
    BOOST_TEST(changes[1].old.value() == encode_row({{"name", Cell{std::string{"Rex"}}}}));
    BOOST_TEST(
        changes[2].old.value() == encode_row(
                                      {{"pet", Cell{std::int64_t{1}}},
                                       {"client", Cell{std::int64_t{7}}},
                                       {"name", Cell{std::string{"Ben"}}}}
                                  )
    );
    BOOST_TEST((changes[2].kind == ChangeKind::removed));
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(joins_adjacent_steps_of_one_row_only) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex');UPDATE pets_pet SET name = 'Ben'");
    BOOST_TEST(pet_changes().size() == 1U);
    change("INSERT INTO pets_pet VALUES (2, 7, 'Max'), (3, 7, 'Ida');"
           "UPDATE pets_pet SET name = 'Moritz' WHERE pet = 2");
    BOOST_TEST(pet_changes().size() == 4U);
    change("INSERT INTO pets_pet VALUES (4, 7, 'x');DELETE FROM pets_pet WHERE pet = 4");
    BOOST_TEST(pet_changes().size() == 4U); // nothing is left of them
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(sees_the_row_that_a_replacing_insert_removes) {
    change("CREATE UNIQUE INDEX pets_by_name ON pets_pet (name);"
           "INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben')");
    change("INSERT OR REPLACE INTO pets_pet VALUES (3, 7, 'Rex')");
    BOOST_TEST(first_finding() == "nothing");
    undo_last();
    BOOST_TEST(names() == "Rex,Ben");
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(sees_the_rows_that_a_foreign_key_removes) {
    db.exec("PRAGMA foreign_keys = ON");
    change("CREATE TABLE pets_toy (toy INTEGER PRIMARY KEY, pet INTEGER REFERENCES pets_pet"
           " ON DELETE CASCADE, name TEXT) STRICT");
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex');INSERT INTO pets_toy VALUES (5, 1, 'ball')");
    change("DELETE FROM pets_pet");
    BOOST_TEST(first_finding() == "nothing");
    undo_last();
    BOOST_TEST(db.execAndGet("SELECT count(*) FROM pets_toy").getInt() == 1);
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(sees_a_statement_that_runs_again_after_a_savepoint_was_rolled_back) {
    SQLite::Transaction transaction{db};
    TableWatch watch{db};
    begin_change_set(db);
    execute(db, "SAVEPOINT row");
    auto insert = statement(db, "INSERT INTO pets_pet (client, name) VALUES (7, ?)");
    insert.bind(1, "lost");
    insert.exec();
    execute(db, "ROLLBACK TO row");
    insert.reset();
    insert.bind(1, "kept");
    insert.exec(); // prepared again by SQLite itself, without the triggers
    BOOST_TEST(watch.unwatched_tables() == std::vector<std::string>{"pets_pet"});
    execute(db, "RELEASE row");
}

BOOST_AUTO_TEST_CASE(knows_a_table_that_was_written_without_the_journal) {
    SQLite::Transaction transaction{db};
    TableWatch watch{db};
    begin_change_set(db);
    db.exec("UPDATE pets_pet SET name = 'x'");
    BOOST_TEST(watch.unwatched_tables() == std::vector<std::string>{"pets_pet"});
}

BOOST_AUTO_TEST_CASE(refuses_to_renumber_a_row) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    BOOST_CHECK_THROW(change("UPDATE pets_pet SET pet = 2"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(keeps_no_change_set_that_changed_nothing) {
    const auto before = last_set();
    change("UPDATE pets_pet SET name = 'Ben'");
    BOOST_TEST(last_set() == before);
}

BOOST_AUTO_TEST_CASE(leaves_out_derived_tables) {
    BOOST_TEST(find_journalled_table(db, "pets_pet").has_value());
    execute(db, "UPDATE core_plugin SET derived_tables = 'pets_word pets_pet'");
    BOOST_TEST(!find_journalled_table(db, "pets_pet").has_value());
}

BOOST_AUTO_TEST_CASE(a_change_and_a_set_have_the_digests_that_the_format_describes) {
    Change change;
    change.change = 1;
    change.change_set = 1;
    change.table = "pets_pet";
    change.row_number = 7;
    change.kind = ChangeKind::changed;
    change.old = encode_row({{"name", Cell{std::string{"Rex"}}}});
    change.salt = std::string(16, '\x2a');
    const Row row{{"name", Cell{std::string{"Ben"}}}, {"pet", Cell{std::int64_t{7}}}};
    change.digest = digest_of(change, row);
    BOOST_TEST(
        to_hex(change.digest.bytes) ==
        "605e6f80d0e18b359685b548985e8e36cf73515686f7365a05c86c461357cc90"
    );
    const ChangeSet set{
        .number = 1,
        .author = {Instant{std::chrono::seconds{1000}}, UserId{1}, "ines", "pet edit"},
        .last_change = 1,
        .signing_key = 3};
    SetDigest digest{set, std::nullopt, 1};
    digest.add(change);
    BOOST_TEST(
        to_hex(digest.finish().bytes) ==
        "9ef270f21b0ada839bb6b3d063bad2feae02d18c2270affcbf1fc1a5e52ad4fa"
    );
}

BOOST_AUTO_TEST_CASE(finds_nothing_wrong_with_what_praxis_wrote) {
    add_key();
    for (const auto* name : {"Rex", "Ben", "José", "王小明", "a\nb\"c''"}) {
        change(std::string{"INSERT INTO pets_pet (client, name) VALUES (7, '"} + name + "')");
    }
    change("DELETE FROM pets_pet WHERE name = 'Ben'");
    BOOST_TEST(first_finding() == "nothing");
    BOOST_TEST(db.execAndGet("SELECT count(signature) FROM core_change_set").getInt() == 7);
}

BOOST_AUTO_TEST_CASE(names_the_first_bad_row_of_the_journal) {
    add_key();
    for (int i = 1; i <= 5; ++i) {
        change("INSERT INTO pets_pet (client, name) VALUES (7, 'Rex')");
    }
    change("UPDATE pets_pet SET name = 'Ben' WHERE pet = 1");
    const auto set = std::to_string(last_set());
    const auto change_number = std::to_string(pet_changes().back().change);
    const auto one = " WHERE change = " + change_number;
    const std::string altered_set = "change set " + set + " (pet change) was altered after";
    const std::string altered_change = "change " + change_number + " of set " + set;
    const std::vector<std::pair<std::string, std::string>> attacks{
        {"UPDATE core_change SET old = x''" + one, "pets_pet row 1 was changed outside"},
        {"UPDATE core_change SET salt = randomblob(16)" + one, "pets_pet row 1 was changed"},
        {"UPDATE core_change SET digest = randomblob(32)" + one, altered_set},
        {"UPDATE core_change SET kind = 3" + one, altered_set},
        {"UPDATE core_change SET row_number = 2" + one, altered_set},
        {"UPDATE core_change SET change_set = 1" + one, "change " + change_number + " of set 1"},
        {"UPDATE core_change SET old = NULL, salt = NULL, erased_by = " + set + one,
         "change " + change_number + " of set"},
        {"DELETE FROM core_change" + one, altered_set},
        {"INSERT INTO core_change SELECT change + 1, change_set, table_name, row_number, kind, old,"
         " salt, digest, erased_by FROM core_change" +
             one,
         "belongs to no change set"},
        {"DELETE FROM core_change_set WHERE change_set = 4", "change set 4 is missing"},
        {"UPDATE core_change_set SET login = 'omar' WHERE change_set = " + set, altered_set},
        {"UPDATE core_change_set SET at = at + 1 WHERE change_set = " + set, altered_set},
        {"UPDATE core_change_set SET user = 1 WHERE change_set = " + set, altered_set},
        {"UPDATE core_change_set SET signature = randomblob(64) WHERE change_set = " + set,
         altered_set},
        {"UPDATE core_change_set SET signature = NULL, signing_key = NULL WHERE change_set = " +
             set,
         altered_set},
        {"UPDATE core_change_set SET last_change = last_change - 1 WHERE change_set = " + set,
         altered_set},
        {"UPDATE core_signing_key SET public_key = randomblob(32)", "was altered after"},
    };
    const auto whole = path + ".whole";
    db.exec("VACUUM INTO '" + whole + "'");
    for (const auto& [attack, finding] : attacks) {
        boost::filesystem::copy_file(
            whole, path, boost::filesystem::copy_options::overwrite_existing
        );
        tamper(attack);
        SQLite::Database changed{path};
        const auto found = findings_in(changed);
        BOOST_TEST(
            std::any_of(
                found.begin(),
                found.end(),
                [&](const auto& one_of) { return one_of.find(finding) != std::string::npos; }
            ),
            attack << ": " << (found.size() > 1 ? found[1] : "nothing")
        );
    }
}

BOOST_AUTO_TEST_CASE(finds_rows_that_were_changed_outside_praxis) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben'), (3, 8, 'Max')");
    tamper("UPDATE pets_pet SET name = 'Rax' WHERE pet = 1; DELETE FROM pets_pet WHERE pet = 2;"
           "INSERT INTO pets_pet VALUES (9, 7, 'New')");
    auto found = findings();
    std::erase_if(found, [](const auto& one) { return !one.starts_with("pets_pet"); });
    const std::vector<std::string> expected{
        "pets_pet row 9 was added outside praxis",
        "pets_pet row 2 was removed outside praxis",
        "pets_pet row 1 was changed outside praxis"};
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(still_finds_a_row_that_praxis_edits_or_removes_after_it_was_forged) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 7, 'Ben'), (3, 7, 'Ida')");
    db.exec("UPDATE pets_pet SET client = 8 WHERE pet < 3"); // no watch: outside praxis
    change("UPDATE pets_pet SET name = 'Max' WHERE pet = 1;DELETE FROM pets_pet WHERE pet = 2");
    const std::vector<std::string> expected{
        "pets_pet row 2 was removed outside praxis", "pets_pet row 1 was changed outside praxis"};
    BOOST_TEST(findings() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finds_a_schema_that_was_changed_outside_praxis) {
    for (const auto* attack :
         {"CREATE TRIGGER pets_t AFTER INSERT ON pets_pet BEGIN SELECT 1; END",
          "CREATE VIEW pets_v AS SELECT 1",
          "CREATE INDEX pets_i ON pets_pet (name)",
          "DROP TRIGGER core_change_is_never_removed",
          "ALTER TABLE pets_pet ADD COLUMN age INTEGER"}) {
        SQLite::Savepoint undone{db, "attack"};
        db.exec(attack);
        BOOST_TEST(first_finding().find("outside praxis") != std::string::npos, attack);
        undone.rollback();
    }
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(a_migration_that_adds_renames_or_drops_a_column_keeps_older_digests_valid) {
    Schema schema{
        "birds",
        "1",
        "birds_",
        {},
        {{1, "bird", "CREATE TABLE birds_bird (bird INTEGER PRIMARY KEY, name TEXT, ring TEXT)"}}};
    const auto run = [&] { migrate(db, path, schema, {now, {}, "", {}}, sealing()); };
    run();
    change("INSERT INTO birds_bird VALUES (1, 'Hugin', 'a'), (2, 'Munin', NULL), (3, 'Gone', 'c')");
    change("UPDATE birds_bird SET ring = 'b' WHERE bird = 1;DELETE FROM birds_bird WHERE bird = 3");
    for (const auto* step :
         {"ALTER TABLE birds_bird ADD COLUMN age INTEGER",
          "UPDATE birds_bird SET age = 3 WHERE bird = 2; INSERT INTO birds_bird VALUES (9, 'x', "
          "'y', 1)",
          "ALTER TABLE birds_bird RENAME COLUMN ring TO band",
          "ALTER TABLE birds_bird DROP COLUMN band",
          "ALTER TABLE birds_bird RENAME TO birds_raven"}) {
        schema.migrations.push_back({schema.number() + 1, "step", step});
        run();
        BOOST_TEST(first_finding() == "nothing", step << ": " << first_finding());
    }
    BOOST_CHECK_THROW(undo_changes(db, newest_change_sets(db, 1).front()), Refused);
    check_anchor(db, path);
}

BOOST_AUTO_TEST_CASE(a_migration_does_not_make_a_forged_row_valid) {
    Schema schema{
        "birds",
        "1",
        "birds_",
        {},
        {{1, "bird", "CREATE TABLE birds_bird (bird INTEGER PRIMARY KEY, name TEXT)"}}};
    migrate(db, path, schema, {now, {}, "", {}}, sealing());
    change("INSERT INTO birds_bird VALUES (1, 'Hugin')");
    db.exec("UPDATE birds_bird SET name = 'Forged'");
    schema.migrations.push_back(
        {2,
         "age",
         "ALTER TABLE birds_bird ADD COLUMN age INTEGER;"
         "UPDATE birds_bird SET age = 4"}
    );
    migrate(db, path, schema, {now, {}, "", {}}, sealing());
    BOOST_TEST(first_finding() == "birds_bird row 1 was changed outside praxis");
}

BOOST_AUTO_TEST_CASE(the_journal_is_never_changed_but_erased) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex')");
    change("UPDATE pets_pet SET name = 'Ben'");
    for (const auto* attack :
         {"UPDATE core_change SET old = x'00' WHERE table_name = 'pets_pet'",
          "UPDATE core_change SET old = NULL, salt = NULL",
          "UPDATE core_change SET kind = 1",
          "DELETE FROM core_change",
          "UPDATE core_change_set SET login = 'x'",
          "DELETE FROM core_change_set",
          "UPDATE core_secret SET value = x'00'",
          "DELETE FROM core_secret"}) {
        BOOST_CHECK_THROW(db.exec(attack), SQLite::Exception);
    }
}

BOOST_AUTO_TEST_CASE(erases_a_clients_content_and_still_verifies) {
    add_key();
    change("INSERT INTO pets_pet VALUES (1, 7, 'Marker')");
    change("UPDATE pets_pet SET name = 'Marker two' WHERE pet = 1");
    change("INSERT INTO pets_pet VALUES (2, 7, 'Marker three')");
    change("DELETE FROM pets_pet WHERE pet = 2");
    change("INSERT INTO pets_pet VALUES (3, 8, 'Other'), (4, 7, 'Marker four')");
    change("UPDATE pets_pet SET client = 8, name = 'Moved' WHERE pet = 4");
    erase_client(7);
    BOOST_TEST(!rewrite(db, path).has_value());
    BOOST_TEST(first_finding() == "nothing");
    BOOST_TEST(names() == "Other,Moved");
    BOOST_TEST(folder.read("practice.db").find("Marker") == std::string::npos);
    BOOST_TEST(folder.read("practice.db").find("Other") != std::string::npos);
    check_anchor(db, path); // although VACUUM counts the schema's version up
}

BOOST_AUTO_TEST_CASE(erases_child_rows_that_were_removed_earlier) {
    change("CREATE TABLE pets_toy (toy INTEGER PRIMARY KEY, pet INTEGER REFERENCES pets_pet,"
           " name TEXT) STRICT;CREATE TABLE pets_part (part INTEGER PRIMARY KEY,"
           " toy INTEGER REFERENCES pets_toy, name TEXT) STRICT");
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex');INSERT INTO pets_toy VALUES (5, 1, 'Marker');"
           "INSERT INTO pets_part VALUES (6, 5, 'Marker part')");
    change("DELETE FROM pets_part;DELETE FROM pets_toy");
    erase_client(7);
    BOOST_TEST(!rewrite(db, path).has_value());
    BOOST_TEST(folder.read("practice.db").find("Marker") == std::string::npos);
    BOOST_TEST(first_finding() == "nothing");
}

BOOST_AUTO_TEST_CASE(finds_an_erasure_that_covers_more_or_less_than_it_erased) {
    change("INSERT INTO pets_pet VALUES (1, 7, 'Rex'), (2, 8, 'Ben')");
    change("UPDATE pets_pet SET name = 'Max' WHERE pet = 2");
    erase_client(7);
    const auto set = std::to_string(last_set());
    const auto older = std::to_string(pet_changes()[2].change);
    tamper(
        "UPDATE core_change SET old = NULL, salt = NULL, erased_by = " + set +
        " WHERE change = " + older
    );
    const auto found = findings();
    BOOST_TEST(std::any_of(found.begin(), found.end(), [&](const auto& one) {
        return one.find("change set " + set) != std::string::npos;
    }));
}

BOOST_AUTO_TEST_CASE(finishes_an_interrupted_erasure) {
    db.exec("PRAGMA journal_mode = WAL");
    change("INSERT INTO pets_pet VALUES (1, 7, 'Marker')");
    statement(db, "PRAGMA wal_checkpoint(TRUNCATE)").executeStep();
    mark_rewrite(path);
    erase_client(7);
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
