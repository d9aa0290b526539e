// SPDX-License-Identifier: MIT
#include "referral_form.hpp"
#include "referral_session.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

namespace {

struct Form : referrals::testing::ReferralSession {
    Form() : referral(add_referral(add_provider("Dr. Ana Kim"))) {}

    ReferralChanges read(const std::string& text) {
        return read_referral_form(*this, referral, text, "the form");
    }

    /// The form with one text in it replaced by another.
    std::string with(const std::string& old, const std::string& text) {
        auto form = referral_form(referral);
        const auto at = form.find(old);
        BOOST_REQUIRE(at != std::string::npos);
        return form.replace(at, old.size(), text);
    }

    Referral referral;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(referral_form_tests, Form)

BOOST_AUTO_TEST_CASE(an_unchanged_form_changes_nothing) {
    referral.precautions = "none \"known\"\nno thrusts";
    const auto changes = read(referral_form(referral));
    BOOST_TEST(!has_changes(static_cast<const ReferralOptions&>(changes)));
    BOOST_TEST(!has_changes(static_cast<const IncomingOptions&>(changes)));
    BOOST_TEST(!changes.reason.has_value());
    BOOST_TEST(!changes.answer.has_value());
}

BOOST_AUTO_TEST_CASE(only_what_differs_is_changed) {
    referral.goals = "sit for an hour";
    const auto changes = read(with("goals = \"sit for an hour\"", "goals = \"\""));
    BOOST_TEST(changes.goals.value().empty());
    BOOST_TEST(!changes.suspended.has_value());
    BOOST_TEST(!changes.reply_by.has_value());
    BOOST_TEST(
        read(with("next_review = \"\"", "next_review = \"2026-12-18\"")).next_review->iso() ==
        "2026-12-18"
    );
    const auto lists =
        read(with("enclosures = [\"consent form\",\"pain drawing\"]", "enclosures = []"));
    BOOST_TEST(lists.enclosures == std::vector<std::string>{""}, boost::test_tools::per_element());
    BOOST_TEST(
        read(with("urgency = \"routine\"", "urgency = \"urgent\"")).urgency.value() == "urgent"
    );
}

BOOST_AUTO_TEST_CASE(an_incoming_referral_has_an_answer_and_an_authorisation) {
    BOOST_TEST(referral_form(referral).find("answer =") == std::string::npos);
    referral.direction = Direction::incoming;
    BOOST_TEST(referral_form(referral).find("profile") == std::string::npos);
    const auto changes = read(with("answer = \"\"", "answer = \"yes\""));
    BOOST_TEST(changes.answer.value() == "yes");
    BOOST_TEST(read(with("sessions = 0", "sessions = 6")).sessions.value() == 6);
    BOOST_TEST(read(with("until = \"\"", "until = \"2027-01-31\"")).until->iso() == "2027-01-31");
}

BOOST_AUTO_TEST_CASE(a_mistake_in_the_form_is_named) {
    const auto refused = [this](const std::string& old, const std::string& text) {
        try {
            read(with(old, text));
        } catch (const Refused& error) {
            return std::string{error.what()};
        }
        return std::string{"nothing was refused"};
    };
    BOOST_TEST(
        refused("goals = \"\"", "goal = \"\"").find("did you mean goals?") != std::string::npos
    );
    BOOST_TEST(
        refused("urgency = \"routine\"", "urgency = \"soon\"").find("choose from routine") !=
        std::string::npos
    );
    BOOST_TEST(refused("goals = \"\"", "goals = 3").find("in quotes") != std::string::npos);
    BOOST_TEST(
        refused("next_review = \"\"", "next_review = \"someday\"").find("next_review") !=
        std::string::npos
    );
    BOOST_TEST(refused("enclosures = [", "enclosures = [[").find("the form") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
