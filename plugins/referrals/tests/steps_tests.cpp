// SPDX-License-Identifier: MIT
#include "referral_session.hpp"
#include "reply/recording.hpp"
#include "reply/reply_form.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>

using namespace praxis;
using namespace praxis::referrals;

namespace {

struct SentReferral : referrals::testing::ReferralSession {
    SentReferral() : referral(add_referral(add_provider("Dr. Ana Kim"))) {
        send(referral);
        referral.state = "sent";
    }

    Reply final_report() {
        Reply reply;
        reply.kind = "final";
        reply.author = "Dr. Ana Kim";
        reply.findings = "left joint restricted";
        return reply;
    }

    void take(const std::string& verb) {
        take_step(*this, referral, step_named(verb), {.on = today()});
    }

    Referral referral;
};

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Refused& error) {
        return error.what();
    }
    BOOST_ERROR("nothing was refused");
    return {};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(steps_tests, SentReferral)

BOOST_AUTO_TEST_CASE(every_state_of_the_table_can_be_reached_and_left_by_known_states) {
    for (const auto& step : step_table) {
        for (const auto& from : split(step.from, ' ')) {
            BOOST_CHECK_NO_THROW(state_named(from));
        }
        BOOST_CHECK_NO_THROW(state_named(step.to.empty() ? "draft" : step.to));
    }
    BOOST_CHECK_THROW(state_named("asleep"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(an_illegal_step_is_refused_with_the_commands_that_are_possible) {
    take("decline");
    BOOST_TEST(
        message_of([&] { take("accept"); }) ==
        "R-0001 is in state declined. The step 'accept' is not possible. Possible now:\n"
        "  praxis referral reply R-0001 --final\n"
        "  praxis referral cancel R-0001\n"
        "  praxis referral void R-0001"
    );
    BOOST_TEST(find_referral(db(), referral.id)->state == "declined");
}

BOOST_AUTO_TEST_CASE(a_day_before_the_sending_or_in_the_future_is_refused) {
    StepOptions options;
    options.on = today().plus_days(1);
    BOOST_CHECK_THROW(evidence_of(*this, referral, options), Refused);
    options.on = today().plus_days(-1);
    BOOST_CHECK_THROW(evidence_of(*this, referral, options), Refused);
    options.on = today();
    BOOST_TEST(evidence_of(*this, referral, options).on.iso() == today().iso());
}

BOOST_AUTO_TEST_CASE(a_final_report_keeps_the_state_until_somebody_has_read_it) {
    take("seen");
    record_reply(*this, referral, final_report(), {.on = today()});
    BOOST_TEST(referral.state == "in-care");
    BOOST_TEST(has_unread_report(db(), referral.id));
    BOOST_TEST(closed.empty());
    close_referral(*this, referral, {.on = today(), .by = "Tom Reed"});
    BOOST_TEST(referral.state == "closed");
    BOOST_TEST(!has_unread_report(db(), referral.id));
    BOOST_TEST(all_replies(db(), referral.id).front().read_by.value() == "Tom Reed");
    BOOST_REQUIRE(closed.size() == 1U);
    BOOST_TEST(closed.front().answered);
}

BOOST_AUTO_TEST_CASE(a_late_report_settles_a_lost_referral) {
    take("lost");
    BOOST_REQUIRE(closed.size() == 1U);
    BOOST_TEST(!closed.front().answered);
    record_reply(*this, referral, final_report(), {.on = today()});
    BOOST_TEST(referral.state == "lost");
    close_referral(*this, referral, {.on = today()});
    BOOST_TEST(closed.back().answered);
}

BOOST_AUTO_TEST_CASE(a_report_never_changes_and_a_read_one_stays) {
    record_reply(*this, referral, final_report(), {.on = today()});
    BOOST_CHECK_THROW(db().exec("UPDATE referrals_reply SET findings = 'x'"), SQLite::Exception);
    close_referral(*this, referral, {.on = today()});
    BOOST_CHECK_THROW(db().exec("DELETE FROM referrals_event WHERE reply = 1"), SQLite::Exception);
    db().exec("UPDATE referrals_event SET reply = NULL WHERE 0");
    BOOST_CHECK_THROW(db().exec("DELETE FROM referrals_reply"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(a_report_needs_a_letter_that_was_sent) {
    auto draft = add_referral(add_provider("Tom Hill"));
    draft.state = "draft";
    BOOST_CHECK_THROW(record_reply(*this, draft, final_report(), {.on = today()}), Refused);
    auto reply = final_report();
    reply.uuid = new_uuid();
    reply.referral = draft.id;
    reply.received_on = today();
    reply.user = {1};
    BOOST_CHECK_THROW(insert_reply(db(), reply), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(only_the_newest_step_after_the_sending_can_be_taken_back) {
    take("ack");
    take("accept");
    const auto remove = [&](const std::string& state) {
        db().exec("DELETE FROM referrals_event WHERE state = '" + state + "'");
    };
    BOOST_CHECK_THROW(remove("received"), SQLite::Exception);
    BOOST_CHECK_NO_THROW(remove("accepted"));
    BOOST_CHECK_NO_THROW(remove("received"));
    BOOST_CHECK_THROW(remove("sent"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(reads_the_form_that_it_prints) {
    auto form = reply_form(referral, "Dr. Ana Kim");
    BOOST_TEST(!has_content(read_reply(*this, form, "the form")));
    const auto at = form.find("recommendations = []");
    form.replace(at, 20, "recommendations = [\"no\\nthrusts\", \"walk\"]");
    const auto reply = read_reply(*this, form, "the form");
    BOOST_TEST(reply.author == "Dr. Ana Kim");
    BOOST_TEST(reply.recommendations.value() == "no, thrusts\nwalk");
    BOOST_CHECK_THROW(read_reply(*this, "finding = \"x\"", "the form"), Refused);
    BOOST_CHECK_THROW(read_reply(*this, "findings = 3", "the form"), Refused);
    BOOST_CHECK_THROW(read_reply(*this, "dated = \"someday\"", "the form"), Refused);
}

BOOST_AUTO_TEST_CASE(an_incoming_referral_takes_the_steps_of_this_practice_only) {
    // written a second time, so that a wrong row of the table fails
    const std::map<std::string, std::set<std::string>> legal{
        {"received", {"accept", "decline", "seen", "send", "cancel", "void"}},
        {"accepted", {"decline", "seen", "send", "cancel", "void"}},
        {"in-care", {"send", "cancel", "void"}},
        {"declined", {"void"}},
        {"closed", {"void"}},
        {"cancelled", {"void"}},
        {"void", {}},
        {"draft", {}},
        {"ready", {}},
        {"sent", {}},
        {"lost", {}},
        {"interim-report", {}}};
    for (const auto& state : state_table) {
        std::set<std::string> possible;
        for (const auto* step : possible_steps(
                 {.state = std::string{state.name},
  .has_letter = false,
  .has_unread_report = false,
  .direction = Direction::incoming}
             )) {
            possible.insert(std::string{step->verb});
        }
        BOOST_TEST_CONTEXT(state.name) {
            BOOST_TEST((possible == legal.at(std::string{state.name})));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_incoming_referral_is_never_called_outgoing_and_has_no_report_from_outside) {
    auto incoming = referral;
    incoming.uuid = new_uuid();
    incoming.direction = Direction::incoming;
    incoming.state = "received";
    incoming.reference = "4711";
    incoming.sessions = 6;
    incoming.valid_until = today().plus_days(30);
    incoming.answer = "yes";
    incoming.id = insert_referral(db(), incoming, event("received"));
    const auto stored = find_referral(db(), incoming.id).value();
    BOOST_TEST(is_incoming(stored));
    BOOST_TEST(stored.reference.value() == "4711");
    BOOST_TEST(stored.sessions.value() == 6);
    BOOST_TEST(stored.valid_until->iso() == incoming.valid_until->iso());
    BOOST_TEST(stored.answer.value() == "yes");
    BOOST_CHECK_THROW(
        db().exec("UPDATE referrals_referral SET direction = 'outgoing'"), SQLite::Exception
    );
    BOOST_TEST(
        message_of([&] { record_reply(*this, incoming, final_report(), {.on = today()}); }) ==
        "R-0002 is in state received. The step 'reply --final' is not possible. Possible now:\n"
        "  praxis referral accept R-0002\n"
        "  praxis referral decline R-0002 --reason \"...\"\n"
        "  praxis referral seen R-0002\n"
        "  praxis referral send R-0002\n"
        "  praxis referral cancel R-0002\n"
        "  praxis referral void R-0002"
    );
}

BOOST_AUTO_TEST_CASE(a_later_referral_answers_a_declined_one) {
    take("decline");
    BOOST_TEST(!find_next_referral(db(), referral));
    const auto next = add_referral(add_provider("Tom Hill"));
    BOOST_TEST(!find_next_referral(db(), referral)); // written earlier, at second 0
    db().exec("UPDATE referrals_referral SET created_at = 2000000000 WHERE referral = 2");
    BOOST_TEST(find_next_referral(db(), referral).value().str() == next.id.str());
    db().exec("UPDATE referrals_referral SET state = 'cancelled' WHERE referral = 2");
    BOOST_TEST(!find_next_referral(db(), referral));
}

BOOST_AUTO_TEST_SUITE_END()
