// SPDX-License-Identifier: MIT
#include "record/fhir.hpp"
#include "record/xhtml.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace praxis;
using namespace praxis::referrals;

BOOST_AUTO_TEST_SUITE(fhir_tests)

BOOST_AUTO_TEST_CASE(every_state_has_a_status_that_fhir_knows) {
    const std::set<std::string> requests{
        "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"};
    const std::set<std::string> tasks{
        "draft",
        "requested",
        "received",
        "accepted",
        "rejected",
        "ready",
        "cancelled",
        "in-progress",
        "on-hold",
        "failed",
        "completed",
        "entered-in-error"};
    for (const auto& state : states()) {
        BOOST_TEST(requests.count(service_request_status(state)) == 1U, state);
        BOOST_TEST(tasks.count(task_status(state)) == 1U, state);
    }
    BOOST_TEST(service_request_status("sent") == "active");
    BOOST_TEST(task_status("sent") == "requested");
}

BOOST_AUTO_TEST_CASE(derived_uuids_are_well_formed_and_depend_on_both_words) {
    const auto task = derived_uuid("0190aaaa-0000-7000-8000-000000000001", "task");
    BOOST_REQUIRE(task.size() == 36U);
    BOOST_TEST(task[14] == '8');
    const std::string variants = "89ab";
    const bool is_variant = variants.find(task[19]) != std::string::npos;
    BOOST_TEST(is_variant);
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) {
        BOOST_TEST(task[dash] == '-');
    }
    BOOST_TEST(task == derived_uuid("0190aaaa-0000-7000-8000-000000000001", "task"));
    BOOST_TEST(task != derived_uuid("0190aaaa-0000-7000-8000-000000000001", "letter"));
    BOOST_TEST(task != derived_uuid("0190aaaa-0000-7000-8000-000000000002", "task"));
}

BOOST_AUTO_TEST_CASE(a_narrative_escapes_what_people_wrote) {
    const std::vector<Block> blocks{
        Paragraph{"<script>alert(\"x\") & more</script>\nnext \x01"},
        Facts{{{"a<b", "c"}}},
        Bullets{{"one"}, false},
        Grid{"", {{"Joint"}}, {{"lumbar"}}},
        BodyChart{"", {{"A", "knee", "left", BodyChart::Kind::finding, "warm & red"}}}};
    const auto div = narrative(blocks);
    BOOST_TEST(div.starts_with("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>&lt;script&gt;"));
    BOOST_TEST(div.find("&quot;x&quot;) &amp; more") != std::string::npos);
    BOOST_TEST(div.find("<br/>next \\x01") != std::string::npos);
    BOOST_TEST(div.find("<th>a&lt;b</th><td>c</td>") != std::string::npos);
    BOOST_TEST(div.find("<ul><li>one</li></ul>") != std::string::npos);
    BOOST_TEST(div.find("<td>left knee</td><td>warm &amp; red</td>") != std::string::npos);
    BOOST_TEST(div.find('\x01') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_narrative_is_never_empty) {
    BOOST_TEST(
        narrative({}) == "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Not recorded.</p></div>"
    );
}

BOOST_AUTO_TEST_SUITE_END()
