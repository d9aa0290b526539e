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

    /// What a writing command takes over.
    std::string taken_over() {
        SQLite::Transaction transaction{db};
        begin_change_set(db);
        AccessTransfer taking{db, path, now};
        end_change_set(db, {now, std::nullopt, "", "pet add"}, random_bytes);
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

BOOST_AUTO_TEST_CASE(takes_looks_over_in_order_and_once) {
    look("C-0001");
    look("C-0002");
    append_failed_unlock(path, now, "omar sharif");
    BOOST_TEST(taken_over() == "client show C-0001, client show C-0002, unlock failed");
    BOOST_TEST(folder.read("practice.access").empty());
    look("C-0003");
    BOOST_TEST(taken_over().ends_with("unlock failed, client show C-0003"));
}

BOOST_AUTO_TEST_CASE(knows_lines_again_that_were_taken_over_before_a_crash) {
    look("C-0001");
    const auto log = folder.read("practice.access");
    taken_over();
    folder.write("practice.access", log);
    BOOST_TEST(taken_over() == "client show C-0001");
}

BOOST_AUTO_TEST_CASE(shows_nobody_what_was_looked_at) {
    look("C-0001");
    const auto log = folder.read("practice.access");
    BOOST_TEST(log.find("C-0001") == std::string::npos);
    BOOST_TEST(log.find("client") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(notices_a_line_that_was_changed_or_removed) {
    look("C-0001");
    look("C-0002");
    look("C-0003");
    const auto lines = split(folder.read("practice.access"), '\n');
    folder.write("practice.access", lines[0] + "\n" + lines[2] + "\n");
    BOOST_TEST(taken_over() == "client show C-0001, access log damaged");
    look("C-0004");
    auto changed = folder.read("practice.access");
    changed[10] = changed[10] == 'A' ? 'B' : 'A';
    folder.write("practice.access", changed);
    BOOST_TEST(taken_over().ends_with("access log damaged, access log damaged"));
}

BOOST_AUTO_TEST_CASE(goes_on_behind_a_line_that_a_power_cut_tore) {
    look("C-0001");
    folder.write("practice.access", folder.read("practice.access") + "S half a li");
    look("C-0002");
    BOOST_TEST(taken_over() == "client show C-0001, access log damaged, client show C-0002");
}

BOOST_AUTO_TEST_SUITE_END()
