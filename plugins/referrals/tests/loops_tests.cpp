// SPDX-License-Identifier: MIT
#include "referral_session.hpp"
#include "reply/reply.hpp"
#include "stats/loops.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

namespace {

struct Loops : referrals::testing::ReferralSession {
    Date day(int number) { return Date::from_iso("2026-03-01").value().plus_days(number); }

    /// A referral of that client, sent on a day of March 2026.
    Referral sent(const Provider& provider, std::int64_t client, int on) {
        auto referral = add_referral(provider);
        db().exec(
            "UPDATE referrals_referral SET client = " + std::to_string(client) +
            " WHERE referral = " + std::to_string(referral.id.number)
        );
        auto letter = letter_of(referral, "0190dddd-0000-7000-8000-00000" + next_digits());
        letter.sent_on = day(on);
        insert_event(db(), referral.id, event("ready"));
        insert_event(db(), referral.id, event("sent"));
        insert_letter(db(), letter);
        return referral;
    }

    void answer(const Referral& referral, int on, const std::string& kind = "final") {
        Reply reply;
        reply.uuid = new_uuid();
        reply.referral = referral.id;
        reply.kind = kind;
        reply.author = "Kim";
        reply.received_on = day(on);
        reply.user = {1};
        insert_reply(db(), reply);
    }

    LoopStats march() { return loop_stats(*this, day(0), day(30)); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(loops_tests, Loops)

BOOST_AUTO_TEST_CASE(only_the_first_referral_of_a_client_counts_for_the_rate) {
    const auto kim = add_provider("Dr. Ana Kim");
    sent(kim, 1, 1);
    answer(sent(kim, 1, 5), 9);
    answer(sent(kim, 2, 2), 4);
    const auto all = march().all;
    BOOST_TEST(all.sent == 3);
    BOOST_TEST(all.clients == 2);
    BOOST_TEST(all.answered == 1);
    BOOST_TEST(all.rate().value() == 50);
    BOOST_TEST(all.median_days().value() == 3.0); // of 4 and 2 days
}

BOOST_AUTO_TEST_CASE(interim_reports_void_referrals_and_other_periods_do_not_count) {
    const auto kim = add_provider("Dr. Ana Kim");
    answer(sent(kim, 1, 1), 2, "interim");
    const auto wrong = sent(kim, 2, 1);
    insert_event(db(), wrong.id, event("void"));
    sent(kim, 2, 40);
    const auto all = march().all;
    BOOST_TEST(all.sent == 1);
    BOOST_TEST(all.answered == 0);
    BOOST_TEST(!all.median_days());
    BOOST_TEST(!loop_stats(*this, day(60), day(70)).all.rate());
}

BOOST_AUTO_TEST_CASE(groups_by_the_provider_that_a_receiver_was_merged_into) {
    const auto kim = add_provider("Dr. Ana Kim");
    auto old = add_provider("A. Kim");
    sent(kim, 1, 1);
    sent(old, 2, 2);
    old.merged_into = kim.id;
    update_provider(db(), old);
    const auto stats = march();
    BOOST_REQUIRE(stats.providers.size() == 1U);
    BOOST_TEST(stats.providers.front().sent == 2);
    BOOST_TEST(stats.professions.front().name == "chiropractor");
}

BOOST_AUTO_TEST_CASE(tells_what_became_of_declined_and_lost_clients) {
    const auto kim = add_provider("Dr. Ana Kim");
    const auto declined = sent(kim, 1, 1);
    insert_event(db(), declined.id, event("declined"));
    const auto lost = sent(kim, 2, 1);
    insert_event(db(), lost.id, event("lost"));
    answer(lost, 20);
    auto stats = march();
    BOOST_REQUIRE(stats.outcomes.size() == 2U);
    BOOST_TEST(stats.outcomes[0].became == "nothing yet");
    BOOST_TEST(stats.outcomes[1].became == "a report arrived on 2026-03-21");
    const auto next = add_referral(add_provider("Tom Hill"));
    BOOST_TEST(march().outcomes[0].became == "referred again: " + next.id.str() + ", draft");
    insert_event(db(), next.id, event("void"));
    insert_event(db(), declined.id, event("cancelled"));
    BOOST_TEST(march().outcomes[0].became == "settled without another referral");
}

BOOST_AUTO_TEST_SUITE_END()
