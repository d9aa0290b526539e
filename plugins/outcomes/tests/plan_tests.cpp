// SPDX-License-Identifier: MIT
/// A question about one client reads that client's rows, not the practice's.
#include "course/course_queries.hpp"
#include "works.hpp"

#include <praxis/testing.hpp>

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace praxis::outcomes {

namespace {

/// The tables of a real practice, with the indexes of their plugins.
struct RealTables : testing::Practice {
    SQLite::Database db{path()};

    std::vector<std::string> plan_of(const std::string& statement) {
        SQLite::Statement query{db, "EXPLAIN QUERY PLAN " + statement};
        std::vector<std::string> plan;
        while (query.executeStep()) {
            plan.emplace_back(query.getColumn(3).getString());
        }
        return plan;
    }
};

/// The tables that are read from end to end; `session` is not one: it has the rows of one client.
std::vector<std::string> full_scans(const std::vector<std::string>& plans) {
    std::vector<std::string> scans;
    for (const auto& plan : plans) {
        for (const auto* table :
             {"n", "a", "r", "c", "soap_note", "soap_amendment", "soap_region"}) {
            const auto scan = std::string{"SCAN "} + table;
            if (plan == scan || plan.starts_with(scan + " ")) {
                scans.push_back(plan);
            }
        }
    }
    return scans;
}

bool uses_index_of_client(const std::vector<std::string>& plan) {
    return std::any_of(plan.begin(), plan.end(), [](const std::string& line) {
        return line.find("soap_note_by_client") != std::string::npos;
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(plan_tests)

BOOST_FIXTURE_TEST_CASE(what_works_for_a_client_reads_no_other_notes, RealTables) {
    for (const auto* by : {"technique", "region", "cause"}) {
        for (const auto* measure : {"pain", "stress", "relaxation"}) {
            BOOST_TEST_CONTEXT(by << " " << measure) {
                const auto plan =
                    plan_of(effects_statement({.measure = measure, .by = by, .client = ClientId{1}})
                    );
                BOOST_TEST(uses_index_of_client(plan));
                BOOST_TEST(
                    full_scans(plan) == std::vector<std::string>{}, boost::test_tools::per_element()
                );
            }
        }
    }
}

BOOST_FIXTURE_TEST_CASE(a_course_and_a_review_read_no_other_notes, RealTables) {
    BOOST_TEST(statements_about_notes().size() == 2U);
    for (const auto& statement : statements_about_notes()) {
        const auto plan = plan_of(statement);
        BOOST_TEST(uses_index_of_client(plan));
        BOOST_TEST(
            full_scans(plan) == std::vector<std::string>{}, boost::test_tools::per_element()
        );
    }
}

/// So the other cases can fail.
BOOST_FIXTURE_TEST_CASE(a_question_about_the_practice_reads_all_notes, RealTables) {
    const auto plan = plan_of(effects_statement({.measure = "pain", .by = "region"}));
    BOOST_TEST(!full_scans(plan).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
