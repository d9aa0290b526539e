// SPDX-License-Identifier: MIT
#include "course/course.hpp"
#include "evidence/evidence.hpp"
#include "our_files.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

namespace praxis::outcomes {

using namespace testing;

namespace {

clients::Complaint since(const char* onset) {
    clients::Complaint complaint;
    complaint.onset = day(onset);
    return complaint;
}

soap::Reason reason(soap::Verdict verdict, const std::string& technique, const std::string& why) {
    return {.technique = technique, .verdict = verdict, .why = why};
}

} // namespace

BOOST_AUTO_TEST_SUITE(statements_tests)

BOOST_AUTO_TEST_CASE(every_statement_has_a_source_and_a_certainty) {
    std::set<std::string> ids;
    for (const auto& statement : our_statements()) {
        BOOST_TEST_CONTEXT(statement.id) {
            BOOST_TEST(ids.insert(statement.id).second);
            BOOST_TEST(!statement.citations.empty());
            BOOST_TEST(!statement.certainty.empty());
            for (const auto& citation : statement.citations) {
                BOOST_TEST(citation.find(": ") != std::string::npos);
            }
        }
    }
    BOOST_TEST(ids.size() >= 8U);
}

/// One case for each statement: it is about its own regions and phase, and about no other.
BOOST_AUTO_TEST_CASE(every_statement_is_shown_for_its_regions_only) {
    for (const auto& statement : our_statements()) {
        BOOST_TEST_CONTEXT(statement.id) {
            for (const auto& region : statement.regions) {
                BOOST_TEST(is_about(statement, region, statement.phase));
                BOOST_TEST(is_about(statement, region, ""));
            }
            BOOST_TEST(!is_about(statement, "jaw", ""));
            BOOST_TEST(!is_about(statement, "upper-back", "")); // not the low back
            if (!statement.phase.empty()) {
                const auto* other = statement.phase == "acute" ? "chronic" : "acute";
                BOOST_TEST(!is_about(statement, statement.regions.front(), other));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_withdrawn_guideline_says_so) {
    for (const auto& statement : our_statements()) {
        if (statement.title == "ACP 2017") {
            BOOST_TEST(statement.state.starts_with("withdrawn"));
        }
    }
}

BOOST_AUTO_TEST_CASE(chronic_is_longer_than_three_months) {
    BOOST_TEST(phase_of(since("2026-08-21"), day("2026-11-20")) == "acute"); // 91 days
    BOOST_TEST(phase_of(since("2026-08-20"), day("2026-11-20")) == "chronic");
    BOOST_TEST(phase_of({}, day("2026-11-20")) == "");
}

BOOST_AUTO_TEST_CASE(the_same_finding_of_several_techniques_is_one_line) {
    using soap::Verdict;
    const auto lines = merge_reasons(
        {reason(Verdict::caution, "swedish", "so"),
         reason(Verdict::stop, "deep-tissue", "no"),
         reason(Verdict::stop, "trigger-point", "no")}
    );
    BOOST_TEST(lines.size() == 2U);
    BOOST_TEST((lines.front().verdict == Verdict::stop));
    BOOST_TEST(lines.front().techniques.size() == 2U);
}

BOOST_AUTO_TEST_CASE(refuses_a_statement_without_a_region_or_source) {
    const std::string head = "[evidence]\nid = \"t\"\nname = \"T\"\nsource = [\"T-1: a test\"]\n";
    const std::string body = "[[statement]]\nid = \"a\"\ntitle = \"A\"\nyear = 2020\nsays = \"x\"\n"
                             "certainty = \"low\"\n";
    const auto mistake = [&](const std::string& more) {
        return message_of([&] { read_statements({"mine", "t", "t.toml", head + body + more}); });
    };
    BOOST_TEST(mistake("regions = [\"neck\"]\nsource = [\"T-1\"]\n") == "");
    BOOST_TEST(
        mistake("source = [\"T-1\"]\n").find("regions: name at least one") != std::string::npos
    );
    BOOST_TEST(
        mistake("regions = [\"nek\"]\nsource = [\"T-1\"]\n")
            .find("invalid value nek: did you mean neck?") != std::string::npos
    );
    BOOST_TEST(
        mistake("regions = [\"neck\"]\nsource = [\"T-9\"]\n")
            .find("T-9 is not in the source list") != std::string::npos
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
