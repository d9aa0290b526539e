#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

namespace {

struct Fixture {
    praxis::testing::Practice practice;

    Fixture() { practice.run({"client", "add", "--given", "Maria", "--family", "Lopez"}); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(entry_tests, Fixture)

BOOST_AUTO_TEST_CASE(records_an_entry_and_lists_it) {
    BOOST_TEST(practice.run({"@NAME@", "add", "maria", "--text", "all well"}).out == "1\n");
    const auto listed = practice.run({"@NAME@", "list", "maria"});
    BOOST_TEST(listed.out.find("all well") != std::string::npos, listed.err);
}

BOOST_AUTO_TEST_CASE(writes_to_its_own_tables_only) {
    practice.strict_writes("@NAME@");
    BOOST_TEST(practice.run({"@NAME@", "add", "maria", "--text", "all well"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(creates_its_tables_in_an_existing_practice) {
    practice.migrate_from("@NAME@", 0);
    BOOST_TEST(practice.run({"@NAME@", "add", "maria", "--text", "all well"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
