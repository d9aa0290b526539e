// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "practice.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

ConsentRow treatment(std::int64_t number, const char* given_on) {
    return {.id = {number}, .kind = "treatment", .given_on = day(given_on), .given_by = "client"};
}

ConsentRow share(std::int64_t number, const char* given_on, const char* recipient = nullptr) {
    auto consent = treatment(number, given_on);
    consent.kind = "share";
    if (recipient != nullptr) {
        consent.recipient = recipient;
    }
    return consent;
}

ConsentRow withdrawn(ConsentRow consent, const char* on) {
    consent.withdrawn_on = day(on);
    return consent;
}

std::string decide(
    const std::vector<ConsentRow>& consents,
    const char* kind,
    const char* on,
    const char* technique = "",
    const char* region = ""
) {
    return state_name(decide_consent(
        consents,
        {.client = {1}, .kind = kind, .technique = technique, .region = region, .on = day(on)}
    ));
}

BOOST_AUTO_TEST_SUITE(consent_tests)

BOOST_AUTO_TEST_CASE(is_valid_from_the_day_given_to_its_last_day) {
    auto consent = treatment(1, "2026-01-10");
    consent.expires_on = day("2026-06-30");
    BOOST_TEST(decide({consent}, "treatment", "2026-01-09") == "not yet");
    BOOST_TEST(decide({consent}, "treatment", "2026-01-10") == "valid");
    BOOST_TEST(decide({consent}, "treatment", "2026-06-30") == "valid");
    BOOST_TEST(decide({consent}, "treatment", "2026-07-01") == "expired");
    BOOST_TEST(decide({consent}, "share", "2026-02-01") == "not yet");
}

BOOST_AUTO_TEST_CASE(ends_on_the_day_it_is_withdrawn) {
    const auto consent = withdrawn(treatment(1, "2026-01-10"), "2026-03-01");
    BOOST_TEST(decide({consent}, "treatment", "2026-02-28") == "valid");
    BOOST_TEST(decide({consent}, "treatment", "2026-03-01") == "withdrawn");
}

BOOST_AUTO_TEST_CASE(does_not_apply_a_limited_consent_to_the_whole_treatment) {
    auto consent = treatment(1, "2026-01-10");
    consent.techniques = {"deep-tissue"};
    consent.regions = {"full-back"};
    BOOST_TEST(decide({consent}, "treatment", "2026-02-01") == "not yet");
    BOOST_TEST(decide({consent}, "treatment", "2026-02-01", "deep-tissue") == "not yet");
    BOOST_TEST(decide({consent}, "treatment", "2026-02-01", "shiatsu", "lower-back") == "not yet");
    BOOST_TEST(decide({consent}, "treatment", "2026-02-01", "deep-tissue", "neck") == "not yet");
    BOOST_TEST(
        decide({consent}, "treatment", "2026-02-01", "deep-tissue", "lower-back") == "valid"
    );
    consent.regions = {"full-body"};
    BOOST_TEST(decide({consent}, "treatment", "2026-02-01", "deep-tissue") == "valid");
    BOOST_TEST(decide({consent}, "treatment", "2026-02-01", "deep-tissue", "neck") == "valid");
}

BOOST_AUTO_TEST_CASE(decides_by_the_latest_consent_or_withdrawal) {
    const auto general = treatment(1, "2026-01-10");
    auto limited = treatment(2, "2026-02-01");
    limited.techniques = {"deep-tissue"};
    const auto no_deep = withdrawn(limited, "2026-03-01");
    BOOST_TEST(decide({general, no_deep}, "treatment", "2026-03-02", "deep-tissue") == "withdrawn");
    BOOST_TEST(decide({general, no_deep}, "treatment", "2026-03-02", "swedish") == "valid");
    BOOST_TEST(decide({general, no_deep}, "treatment", "2026-03-02") == "valid");
    const auto nothing = withdrawn(general, "2026-03-01");
    BOOST_TEST(decide({nothing, limited}, "treatment", "2026-03-02", "deep-tissue") == "withdrawn");
    const auto again = treatment(3, "2026-03-01");
    BOOST_TEST(decide({nothing, limited, again}, "treatment", "2026-03-02") == "valid");
}

BOOST_AUTO_TEST_CASE(withdraws_sharing_for_the_named_recipient_only) {
    const auto to_insurer = withdrawn(share(2, "2026-02-01", "insurer"), "2026-04-01");
    const auto to_kim = share(1, "2026-01-10", "Ana Kim");
    BOOST_TEST(decide({to_kim, to_insurer}, "share", "2026-04-02") == "valid");
    const auto standing = valid_share_consents({to_kim, to_insurer}, day("2026-04-02"));
    BOOST_REQUIRE(standing.size() == 1U);
    BOOST_TEST(standing.front().id.number == 1);
}

BOOST_AUTO_TEST_CASE(ends_sharing_with_everyone_when_a_withdrawal_names_no_recipient) {
    const auto to_kim = share(1, "2026-01-10", "Ana Kim");
    const auto to_all = withdrawn(share(2, "2026-02-01"), "2026-04-01");
    BOOST_TEST(decide({to_kim, to_all}, "share", "2026-04-02") == "withdrawn");
    BOOST_TEST(valid_share_consents({to_kim, to_all}, day("2026-04-02")).empty());
    const auto to_kim_again = share(3, "2026-04-01", "ana kim");
    BOOST_TEST(decide({to_kim, to_all, to_kim_again}, "share", "2026-04-02") == "valid");
}

BOOST_AUTO_TEST_CASE(shows_which_of_several_consents_are_valid) {
    const auto standing = [](const std::vector<ConsentRow>& all, std::size_t index) {
        return effective_state(all, all.at(index), day("2026-06-01"));
    };
    const auto old = treatment(1, "2026-01-10");
    const auto renewed = treatment(2, "2026-03-10");
    BOOST_TEST(standing({old, renewed}, 0) == "replaced");
    BOOST_TEST(standing({old, renewed}, 1) == "valid");
    BOOST_TEST(standing({old, withdrawn(renewed, "2026-05-01")}, 0) == "withdrawn");
    auto limited = treatment(3, "2026-04-01");
    limited.techniques = {"deep-tissue", "shiatsu"};
    BOOST_TEST(standing({old, limited}, 0) == "valid");
    BOOST_TEST(standing({old, limited}, 1) == "valid");
    BOOST_TEST(standing({withdrawn(old, "2026-05-01"), limited}, 1) == "withdrawn");
    auto no_deep = treatment(4, "2026-04-02");
    no_deep.techniques = {"deep-tissue"};
    BOOST_TEST(standing({limited, withdrawn(no_deep, "2026-05-01")}, 0) == "valid");
    const auto to_kim = share(5, "2026-01-10", "Ana Kim");
    BOOST_TEST(
        standing({to_kim, withdrawn(share(6, "2026-02-01"), "2026-04-01")}, 0) == "withdrawn"
    );
    BOOST_TEST(standing({to_kim, share(7, "2026-02-01", "insurer")}, 0) == "valid");
    BOOST_TEST(standing({treatment(8, "2026-07-01")}, 0) == "not yet");
}

BOOST_FIXTURE_TEST_CASE(keeps_every_field_of_a_consent, Tables) {
    auto consent = share(0, "2026-01-10", "Ana Kim");
    consent.uuid = uuid('d');
    consent.client = add("Maria", "Lopez");
    consent.techniques = {"deep-tissue", "shiatsu"};
    consent.regions = {"neck"};
    consent.scope = "the letter";
    consent.given_how = "written";
    consent.expires_on = day("2027-01-10");
    consent.witness = "Rose";
    const auto id = insert_consent(db, consent);
    withdraw_consent(db, id, day("2026-02-01"), "moved");
    const auto stored = find_consent(db, id).value();
    BOOST_TEST(stored.recipient.value() == "Ana Kim");
    BOOST_TEST(stored.techniques.size() == 2U);
    BOOST_TEST(stored.regions.front() == "neck");
    BOOST_TEST(stored.scope.value() == "the letter");
    BOOST_TEST(stored.given_how.value() == "written");
    BOOST_TEST(stored.expires_on->iso() == "2027-01-10");
    BOOST_TEST(stored.witness.value() == "Rose");
    BOOST_TEST(stored.withdrawn_on->iso() == "2026-02-01");
    BOOST_TEST(stored.withdrawal_reason.value() == "moved");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
