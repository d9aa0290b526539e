// SPDX-License-Identifier: MIT
#include "consent.hpp"
#include "referral_practice.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

BOOST_FIXTURE_TEST_SUITE(referral_queries_tests, referrals::testing::ReferralPractice)

BOOST_AUTO_TEST_CASE(reads_a_referral_as_it_was_inserted) {
    const auto written = add_referral(add_provider("Dr. Ana Kim"));
    const auto read = find_referral(db, written.id);
    BOOST_REQUIRE(read);
    BOOST_TEST(read->state == "draft");
    BOOST_TEST(read->reason == written.reason);
    BOOST_TEST(read->reply_by.iso() == "2026-12-20");
    BOOST_TEST(read->notes.size() == 2U);
    BOOST_TEST(read->enclosures == written.enclosures, boost::test_tools::per_element());
    BOOST_TEST(!read->suspended.has_value());
    BOOST_TEST(!read->next_review.has_value());
}

BOOST_AUTO_TEST_CASE(changes_a_draft_with_its_lists) {
    auto referral = add_referral(add_provider("Dr. Ana Kim"));
    referral.precautions = "none known";
    referral.enclosures = {"pain drawing"};
    referral.copies = {"Dr. Hill"};
    referral.notes.clear();
    update_referral(db, referral);
    const auto read = find_referral(db, referral.id);
    BOOST_TEST(read->precautions.value() == "none known");
    BOOST_TEST(read->enclosures.size() == 1U);
    BOOST_TEST(read->copies.front() == "Dr. Hill");
    BOOST_TEST(read->notes.empty());
}

BOOST_AUTO_TEST_CASE(the_newest_event_sets_the_state) {
    const auto referral = add_referral(add_provider("Dr. Ana Kim"));
    send(referral);
    BOOST_TEST(find_referral(db, referral.id)->state == "sent");
    const auto events = all_events(db, referral.id);
    BOOST_REQUIRE(events.size() == 3U);
    BOOST_TEST(events.front().state == "draft");
    BOOST_TEST(events.back().state == "sent");
    BOOST_TEST(events.back().user_name == "Ines Moreau");
}

BOOST_AUTO_TEST_CASE(the_table_accepts_every_state) {
    const auto referral = add_referral(add_provider("Dr. Ana Kim"));
    for (const auto& state : states()) {
        BOOST_CHECK_NO_THROW(insert_event(db, referral.id, event(state)));
    }
    BOOST_CHECK_THROW(insert_event(db, referral.id, event("asleep")), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(a_sent_letter_cannot_be_changed_removed_or_replaced) {
    const auto referral = add_referral(add_provider("Dr. Ana Kim"));
    send(referral);
    BOOST_CHECK_THROW(db.exec("UPDATE referrals_letter SET content = '{}'"), SQLite::Exception);
    BOOST_CHECK_THROW(db.exec("DELETE FROM referrals_letter"), SQLite::Exception);
    BOOST_CHECK_THROW(
        db.exec("INSERT OR REPLACE INTO referrals_letter SELECT letter, randomblob(16), referral,"
                " disclosure, via, sent_on, recipient, recipient_address, '{}', digest"
                " FROM referrals_letter"),
        SQLite::Exception
    );
    BOOST_CHECK_THROW(
        insert_letter(db, letter_of(referral, "0190dddd-0000-7000-8000-000000000009")),
        SQLite::Exception
    );
    BOOST_TEST(find_letter(db, referral.id)->content == "{\"format\":1}");
}

BOOST_AUTO_TEST_CASE(a_sent_referral_never_becomes_a_draft_again) {
    auto referral = add_referral(add_provider("Dr. Ana Kim"));
    send(referral);
    referral.reason = "Something else?";
    BOOST_CHECK_THROW(update_referral(db, referral), SQLite::Exception);
    BOOST_CHECK_THROW(insert_event(db, referral.id, event("draft")), SQLite::Exception);
    BOOST_CHECK_THROW(db.exec("UPDATE referrals_event SET note = 'x'"), SQLite::Exception);
    BOOST_CHECK_THROW(db.exec("DELETE FROM referrals_event"), SQLite::Exception);
    BOOST_CHECK_THROW(db.exec("DELETE FROM referrals_referral"), SQLite::Exception);
    BOOST_CHECK_NO_THROW(insert_event(db, referral.id, event("accepted")));
    BOOST_CHECK_NO_THROW(db.exec("UPDATE referrals_referral SET client = 2"));
}

BOOST_AUTO_TEST_CASE(a_provider_with_referrals_cannot_be_deleted) {
    const auto provider = add_provider("Dr. Ana Kim");
    add_referral(provider);
    BOOST_TEST(count_referrals(db, provider.id) == 1);
    BOOST_CHECK_THROW(db.exec("DELETE FROM referrals_provider"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(filters_referrals) {
    const auto kim = add_provider("Dr. Ana Kim");
    const auto first = add_referral(kim);
    const auto second = add_referral(add_provider("Tom Hill"));
    insert_event(db, first.id, event("closed"));
    BOOST_TEST(all_referrals(db, {}).front().id.number == second.id.number);
    BOOST_TEST(all_referrals(db, {.client = ClientId{2}}).empty());
    BOOST_TEST(all_referrals(db, {.provider = kim.id}).size() == 1U);
    BOOST_TEST(all_referrals(db, {.state = "closed"}).size() == 1U);
    BOOST_REQUIRE(all_referrals(db, {.open_only = true}).size() == 1U);
    BOOST_TEST(all_referrals(db, {.open_only = true}).front().id.number == second.id.number);
}

BOOST_AUTO_TEST_CASE(the_latest_consent_comes_first) {
    db.exec(
        "INSERT INTO clients_consent VALUES"
        " (1, 1, 'share', NULL, '2026-01-01', 'client', NULL, NULL, NULL),"
        " (2, 1, 'share', 'chiropractor', '2026-02-01', 'client', NULL, '2026-06-01', 'the neck'),"
        " (3, 1, 'share', NULL, '2026-03-01', 'client', '2026-04-01', NULL, NULL),"
        " (4, 1, 'treatment', NULL, '2026-05-01', 'client', NULL, NULL, NULL),"
        " (5, 1, 'share', NULL, '2027-01-01', 'client', NULL, NULL, NULL)"
    );
    const auto consents = all_sharing_consents(db, {1}, *Date::from_iso("2026-11-20"));
    BOOST_REQUIRE(consents.size() == 2U);
    BOOST_TEST(consents.front().id.number == 2);
    BOOST_TEST(consents.front().withdrawn);
    BOOST_TEST(consents.front().scope.value() == "the neck");
    BOOST_TEST(consents.back().id.number == 1);
    const auto before = all_sharing_consents(db, {1}, *Date::from_iso("2026-03-15"));
    BOOST_REQUIRE(before.size() == 3U);
    BOOST_TEST(before.front().id.number == 3);
    BOOST_TEST(!before[1].withdrawn);
}

BOOST_AUTO_TEST_SUITE_END()
