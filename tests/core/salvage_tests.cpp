// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "practice/salvage.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace praxis;
using practice::salvage;
using practice::Salvaged;

constexpr int page = 4096;
constexpr int rows = 500;

struct Fixture {
    testing::Folder folder;

    SQLite::Database open(const std::string& name) const {
        return SQLite::Database{folder / name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    }

    /// Rows of about 200 bytes, so that each page has some.
    void write_notes() const {
        auto db = open("damaged.db");
        db.exec("PRAGMA page_size = " + std::to_string(page));
        db.exec("CREATE TABLE note (note INTEGER PRIMARY KEY, text TEXT)");
        db.exec("CREATE TABLE key (name TEXT PRIMARY KEY, value) WITHOUT ROWID");
        db.exec(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
            std::to_string(rows) + ") INSERT INTO note SELECT i, printf('%d %.200c', i, 'x') FROM n"
        );
        db.exec("INSERT INTO key VALUES ('a', NULL), ('b', 1), ('c', 0.1), ('d', x'00ff')");
    }

    /// Overwrites a page of the file that contains that text.
    void damage(const std::string& text) const {
        auto bytes = folder.read("damaged.db");
        const auto place = bytes.find(text);
        BOOST_REQUIRE(place != std::string::npos);
        bytes.replace(place / page * page, page, page, '\xff');
        folder.write("damaged.db", bytes);
    }

    Salvaged run() const {
        auto damaged = open("damaged.db");
        auto fresh = open("fresh.db");
        return salvage(damaged, fresh);
    }

    std::string fresh(const std::string& sql) const {
        return open("fresh.db").execAndGet(sql).getString();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(salvage_tests, Fixture)

BOOST_AUTO_TEST_CASE(copies_every_row_of_a_sound_database) {
    write_notes();
    const auto salvaged = run();
    BOOST_TEST(salvaged.rows == rows + 4);
    BOOST_TEST(salvaged.lost.empty());
    BOOST_TEST(
        fresh("SELECT count(*) FROM note WHERE text = printf('%d %.200c', note, 'x')") == "500"
    );
    BOOST_TEST(fresh("SELECT group_concat(typeof(value)) FROM key") == "null,integer,real,blob");
    BOOST_TEST(fresh("SELECT hex(value) FROM key WHERE name = 'd'") == "00FF");
}

BOOST_AUTO_TEST_CASE(makes_indexes_triggers_and_views_after_the_rows) {
    {
        auto db = open("damaged.db");
        db.exec("CREATE TABLE note (note INTEGER PRIMARY KEY, text TEXT);"
                "INSERT INTO note VALUES (1, 'one');"
                "CREATE INDEX by_text ON note (text);"
                "CREATE VIEW texts AS SELECT text FROM note;"
                "CREATE TRIGGER kept BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'full'); END");
    }
    BOOST_TEST(run().rows == 1); // the trigger would have refused it
    BOOST_TEST(
        fresh("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)") ==
        "by_text,kept,note,texts"
    );
    BOOST_TEST(fresh("SELECT text FROM texts") == "one");
    BOOST_CHECK_THROW(
        open("fresh.db").exec("INSERT INTO note VALUES (2, 'two')"), SQLite::Exception
    );
}

BOOST_AUTO_TEST_CASE(rows_may_come_before_those_that_they_refer_to) {
    {
        auto db = open("damaged.db");
        db.exec("CREATE TABLE child (child INTEGER PRIMARY KEY, parent REFERENCES parent (parent));"
                "CREATE TABLE parent (parent INTEGER PRIMARY KEY);"
                "INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1)");
    }
    BOOST_TEST(run().rows == 2);
}

BOOST_AUTO_TEST_CASE(a_full_text_index_finds_its_rows_again) {
    {
        auto db = open("damaged.db");
        db.exec("CREATE VIRTUAL TABLE words USING fts5 (text);"
                "INSERT INTO words (rowid, text) VALUES (7, 'psoas'), (9, 'soleus')");
    }
    BOOST_TEST(run().lost.empty());
    BOOST_TEST(fresh("SELECT rowid FROM words WHERE words MATCH 'soleus'") == "9");
}

BOOST_AUTO_TEST_CASE(skips_a_damaged_page_and_names_the_rows) {
    write_notes();
    damage("250 xxx");
    const auto salvaged = run();
    BOOST_TEST(salvaged.rows > rows * 9 / 10);
    BOOST_TEST(salvaged.rows < rows + 4);
    BOOST_REQUIRE(salvaged.lost.size() == 1U);
    BOOST_TEST(salvaged.lost[0].starts_with("note: some rows from number "));
    BOOST_TEST(salvaged.lost[0].ends_with(" cannot be read"));
    BOOST_TEST(fresh("SELECT count(*) FROM note WHERE note IN (1, 100, 400, 500)") == "4");
    BOOST_TEST(fresh("SELECT count(*) FROM note WHERE note = 250") == "0");
    BOOST_TEST(fresh("SELECT count(*) FROM key") == "4"); // other tables are whole
    BOOST_TEST(fresh("PRAGMA integrity_check") == "ok");
}

BOOST_AUTO_TEST_CASE(names_a_table_without_row_numbers) {
    {
        auto db = open("damaged.db");
        db.exec("PRAGMA page_size = " + std::to_string(page));
        db.exec("CREATE TABLE key (name TEXT PRIMARY KEY) WITHOUT ROWID;"
                "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                " INSERT INTO key SELECT printf('%d %.200c', i, 'x') FROM n");
    }
    damage("250 xxx");
    const auto salvaged = run();
    BOOST_REQUIRE(salvaged.lost.size() == 1U);
    BOOST_TEST(salvaged.lost[0] == "key: some rows cannot be read");
    BOOST_TEST(fresh("SELECT count(*) FROM key WHERE name LIKE '100 %'") == "1");
}

BOOST_AUTO_TEST_CASE(never_writes_to_the_damaged_database) {
    write_notes();
    damage("250 xxx");
    const auto before = folder.read("damaged.db");
    run();
    BOOST_TEST((folder.read("damaged.db") == before));
}

BOOST_AUTO_TEST_CASE(without_the_list_of_tables_nothing_can_be_salvaged) {
    write_notes();
    auto bytes = folder.read("damaged.db");
    bytes.replace(100, page - 100, page - 100, '\xff'); // after the header of the file
    folder.write("damaged.db", bytes);
    BOOST_CHECK_THROW(run(), SQLite::Exception);
}

BOOST_AUTO_TEST_SUITE_END()
