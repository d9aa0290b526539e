// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "practice/access_log.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;

struct Fixture : testing::CorePractice {
    PracticeSecret secret = practice_secret(db, "access");

    void look(const std::string& record) {
        append_access(path, secret, {now, std::nullopt, "ines", "client show", {record}});
    }

    /// The entries that a writing command moves to core_access.
    std::string moved_entries() {
        SQLite::Transaction transaction{db};
        TableWatch watch{db};
        begin_change_set(db);
        AccessTransfer taking{db, path, now};
        end_change_set(db, {now, std::nullopt, "", "pet add"}, sealing());
        transaction.commit();
        taking.done();
        return rows();
    }

    std::string rows() {
        return join(
            all_rows(
                statement(db, "SELECT command || ' ' || records FROM core_access ORDER BY access"),
                [](auto& query) { return trim(column_text(query, 0)); }
            ),
            ", "
        );
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(access_log_tests, Fixture)

BOOST_AUTO_TEST_CASE(moves_entries_in_order_and_once) {
    look("C-0001");
    look("C-0002");
    append_failed_unlock(path, now, "omar sharif");
    BOOST_TEST(moved_entries() == "client show C-0001, client show C-0002, unlock failed");
    BOOST_TEST(folder.read("practice.access").empty());
    look("C-0003");
    BOOST_TEST(moved_entries().ends_with("unlock failed, client show C-0003"));
}

BOOST_AUTO_TEST_CASE(counts_each_failed_unlock_of_the_same_second) {
    for (int i = 0; i < 3; ++i) {
        append_failed_unlock(path, now, "omar");
    }
    BOOST_TEST(moved_entries() == "unlock failed, unlock failed, unlock failed");
    append_failed_unlock(path, now, "omar");
    BOOST_TEST(moved_entries() == "unlock failed, unlock failed, unlock failed, unlock failed");
}

BOOST_AUTO_TEST_CASE(recognises_lines_that_were_moved_before_a_crash) {
    look("C-0001");
    append_failed_unlock(path, now, "omar");
    const auto log = folder.read("practice.access");
    moved_entries();
    folder.write("practice.access", log);
    BOOST_TEST(moved_entries() == "client show C-0001, unlock failed");
}

BOOST_AUTO_TEST_CASE(hides_the_viewed_records_in_the_log) {
    look("C-0001");
    const auto log = folder.read("practice.access");
    BOOST_TEST(log.find("C-0001") == std::string::npos);
    BOOST_TEST(log.find("client") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(detects_a_changed_or_removed_line) {
    look("C-0001");
    look("C-0002");
    look("C-0003");
    const auto lines = split(folder.read("practice.access"), '\n');
    folder.write("practice.access", lines[0] + "\n" + lines[2] + "\n");
    BOOST_TEST(moved_entries() == "client show C-0001, access log damaged");
    look("C-0004");
    auto changed = folder.read("practice.access");
    changed[10] = changed[10] == 'A' ? 'B' : 'A';
    folder.write("practice.access", changed);
    BOOST_TEST(moved_entries().ends_with("access log damaged, access log damaged"));
}

BOOST_AUTO_TEST_CASE(appends_after_a_line_truncated_by_a_power_cut) {
    look("C-0001");
    folder.write("practice.access", folder.read("practice.access") + "S half a li");
    look("C-0002");
    BOOST_TEST(moved_entries() == "client show C-0001, access log damaged, client show C-0002");
}

BOOST_AUTO_TEST_SUITE_END()
