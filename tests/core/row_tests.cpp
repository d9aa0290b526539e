// SPDX-License-Identifier: MIT
#include "base/hex.hpp"
#include "journal/row.hpp"

#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <random>

namespace {

using namespace praxis;
using namespace praxis::practice;

std::string hex_of(const std::string& bytes) {
    return to_hex({as_bytes(bytes), bytes.size()});
}

/// A cell of any storage class, with values at the edges of each.
Cell random_cell(std::mt19937& random) {
    const std::vector<Cell> cells{
        Cell{},
        Cell{std::int64_t{0}},
        Cell{std::numeric_limits<std::int64_t>::min()},
        Cell{std::numeric_limits<std::int64_t>::max()},
        Cell{0.3},
        Cell{0.1 + 0.2},
        Cell{std::numeric_limits<double>::infinity()},
        Cell{std::string{}},
        Cell{std::string{"0"}},
        Cell{std::string(200, 'a')},
        Cell{std::string{"a\0b", 3}},
        Cell{Blob{}},
        Cell{Blob{std::string(1 << 20, '\xff')}}};
    return cells[random() % cells.size()];
}

Row random_row(std::mt19937& random, bool with_null) {
    Row row;
    for (const auto* name : {"a", "B", "é", "client", ""}) {
        auto cell = random_cell(random);
        if (random() % 3 != 0 && (with_null || cell.index() != 0)) {
            row.emplace(name, std::move(cell));
        }
    }
    return row;
}

} // namespace

BOOST_AUTO_TEST_SUITE(row_tests)

BOOST_AUTO_TEST_CASE(a_row_has_the_bytes_that_the_format_describes) {
    const Row row{
        {"pet", Cell{std::int64_t{258}}},
        {"name", Cell{std::string{"Rex"}}},
        {"weight", Cell{1.5}},
        {"chip", Cell{Blob{std::string{"\x00\x01", 2}}}},
        {"owner", Cell{}}};
    BOOST_TEST(
        hex_of(encode_row(row)) == "0463686970"
                                   "04"
                                   "020001"
                                   "046e616d65"
                                   "03"
                                   "03526578"
                                   "056f776e6572"
                                   "00"
                                   "03706574"
                                   "01"
                                   "0201000000000000"
                                   "06776569676874"
                                   "02"
                                   "000000000000f83f"
    );
}

BOOST_AUTO_TEST_CASE(a_long_value_has_its_length_in_groups_of_seven_bits) {
    const auto bytes = encode_row({{"t", Cell{std::string(300, 'x')}}});
    BOOST_TEST(
        hex_of(bytes.substr(0, 5)) == "01740"
                                      "3ac02"
    );
    BOOST_TEST(bytes.size() == 305U);
}

BOOST_AUTO_TEST_CASE(every_row_reads_back_and_no_other_bytes_read_at_all) {
    std::mt19937 random{7};
    for (int i = 0; i < 300; ++i) {
        const auto row = random_row(random, true);
        const auto bytes = encode_row(row);
        const auto read = decode_row(bytes);
        BOOST_REQUIRE(read.has_value());
        BOOST_TEST(encode_row(*read) == bytes);
        if (!bytes.empty() && bytes.size() < 2000) {
            auto cut = decode_row(bytes.substr(0, bytes.size() - 1));
            BOOST_TEST((!cut || encode_row(*cut) == bytes.substr(0, bytes.size() - 1)));
        }
    }
    for (const std::string bytes :
         {"\x01",
          "\x01"
          "a\x05",
          "\x01"
          "a\x01\x01",
          "\x80\x00\x00"}) {
        BOOST_TEST(!decode_row(bytes).has_value());
    }
    const auto twice = encode_row({{"a", Cell{}}}) + encode_row({{"a", Cell{}}});
    BOOST_TEST(!decode_row(twice).has_value());
}

BOOST_AUTO_TEST_CASE(old_cells_put_back_give_the_older_row_exactly) {
    std::mt19937 random{11};
    for (int i = 0; i < 300; ++i) {
        const auto before = random_row(random, false);
        const auto after = random_row(random, false);
        const auto old = changed_cells(before, after);
        BOOST_TEST((put_back(after, old) == before));
        BOOST_TEST(changed_cells(before, before).empty());
    }
}

BOOST_AUTO_TEST_CASE(numbers_that_print_alike_differ) {
    BOOST_TEST(changed_cells({{"a", Cell{0.3}}}, {{"a", Cell{0.1 + 0.2}}}).size() == 1U);
    BOOST_TEST(changed_cells({{"a", Cell{1.0}}}, {{"a", Cell{std::int64_t{1}}}}).size() == 1U);
    BOOST_TEST(changed_cells({{"a", Cell{-0.0}}}, {{"a", Cell{0.0}}}).empty()); // as SQLite stores
}

BOOST_AUTO_TEST_CASE(the_function_of_the_triggers_gives_the_bytes_that_a_query_gives) {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    add_row_function(db);
    db.exec("CREATE TABLE pet (a INTEGER PRIMARY KEY, b REAL, c TEXT, d BLOB, e ANY) STRICT;"
            "CREATE TABLE seen (row BLOB);"
            "CREATE TEMP TRIGGER watch AFTER INSERT ON pet BEGIN INSERT INTO seen VALUES"
            " (praxis_row('a' || char(10) || 'b' || char(10) || 'c' || char(10) || 'd' || char(10)"
            " || 'e', NEW.a, NEW.b, NEW.c, NEW.d, NEW.e)); END");
    for (const auto* values :
         {"NULL, 1, 'x', x'00ff', 1.5",
          "7, -0.0, '', x'', 'é'",
          "8, 1e300, NULL, NULL, NULL",
          "9, 0.1 + 0.2, char(0), zeroblob(3), x'00'"}) {
        db.exec(std::string{"INSERT INTO pet VALUES ("} + values + ")");
    }
    auto rows = statement(db, "SELECT a, b, c, d, e FROM pet ORDER BY a");
    auto seen = statement(db, "SELECT row FROM seen ORDER BY rowid");
    int count = 0;
    while (rows.executeStep() && seen.executeStep()) {
        const auto row = read_row(rows, 0, {"a", "b", "c", "d", "e"});
        BOOST_TEST(encode_row(row) == seen.getColumn(0).getString());
        ++count;
    }
    BOOST_TEST(count == 4);
}

BOOST_AUTO_TEST_SUITE_END()
