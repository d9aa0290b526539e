// SPDX-License-Identifier: MIT
#include "record/fhir.hpp"
#include "referral_session.hpp"
#include "reply/recording.hpp"
#include "steps/states.hpp"

#include <praxis/fhir.hpp>

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
        for (const bool unread : {false, true}) {
            BOOST_TEST(tasks.count(task_status({state, true, unread})) == 1U, state);
        }
    }
    BOOST_TEST(service_request_status("sent") == "active");
    BOOST_TEST(task_status({"sent", true, false}) == "requested");
    BOOST_TEST(task_status({"sent", true, true}) == "in-progress");
}

BOOST_FIXTURE_TEST_CASE(a_report_is_an_output_of_the_task, referrals::testing::ReferralSession) {
    auto referral = add_referral(add_provider("Dr. Ana Kim"));
    send(referral);
    referral.state = "sent";
    Reply reply;
    reply.kind = "final";
    reply.author = "Dr. Ana Kim";
    reply.final_diagnosis = "sacroiliac joint dysfunction";
    const auto stored = record_reply(*this, referral, reply, {.on = today()});
    const auto resources = referral_resources(*this, referral);
    BOOST_REQUIRE(resources.size() == 3U);
    BOOST_TEST(resources[1].text_at("status") == "in-progress");
    const auto& output = resources[1].find("output")->as_array().front();
    BOOST_TEST(output.find("valueReference")->text_at("reference") == fhir::url_of(stored.uuid));
    BOOST_TEST(resources[2].text_at("resourceType") == "DiagnosticReport");
    BOOST_TEST(resources[2].text_at("id") == stored.uuid);
    BOOST_TEST(resources[2].text_at("status") == "final");
    BOOST_TEST(resources[2].text_at("conclusion") == "sacroiliac joint dysfunction");
    BOOST_TEST(
        resources[2].find("basedOn")->as_array().front().text_at("reference") ==
        fhir::url_of(referral.uuid)
    );
}

BOOST_AUTO_TEST_SUITE_END()
