// SPDX-License-Identifier: MIT
#include "record/fhir.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

using namespace praxis;
using namespace praxis::referrals;

BOOST_AUTO_TEST_SUITE(fhir_tests)

BOOST_AUTO_TEST_CASE(every_state_has_a_valid_fhir_status) {
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

BOOST_AUTO_TEST_SUITE_END()
