// SPDX-License-Identifier: MIT
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <stdexcept>

namespace {

using namespace praxis;

struct Fixture {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    Fixture() { db.exec("CREATE TABLE kept (bytes BLOB CHECK (length(bytes) = 16)) STRICT"); }

    SQLite::Statement row() {
        auto query = statement(db, "SELECT bytes FROM kept");
        query.executeStep();
        return query;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stored_bytes_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_uuid_takes_sixteen_bytes_and_comes_back_as_text) {
    const std::string uuid = "019a0000-0000-7000-8000-0000000000ff";
    execute(db, "INSERT INTO kept VALUES (?)", StoredBytes{uuid});
    auto query = row();
    BOOST_TEST(column_uuid(query, 0) == uuid);
    BOOST_TEST(
        column_hex(query, 0) == "019a000000007000800000000000"
                                "00ff"
    );
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_null) {
    execute(db, "INSERT INTO kept VALUES (?)", StoredBytes{""});
    auto query = row();
    BOOST_TEST(query.getColumn(0).isNull());
    BOOST_TEST(column_uuid(query, 0) == "");
    BOOST_TEST(column_hex(query, 0) == "");
}

BOOST_AUTO_TEST_CASE(refuses_a_text_that_is_not_digits) {
    for (const auto* text : {"x", "0", "019a 000", "zz"}) {
        BOOST_CHECK_THROW(StoredBytes{text}, std::invalid_argument);
    }
}

BOOST_AUTO_TEST_SUITE_END()
