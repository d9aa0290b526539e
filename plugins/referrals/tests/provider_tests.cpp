// SPDX-License-Identifier: MIT
#include "referral_practice.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

BOOST_FIXTURE_TEST_SUITE(provider_tests, referrals::testing::ReferralPractice)

BOOST_AUTO_TEST_CASE(finds_a_provider_by_id_uuid_and_folded_words) {
    const auto kim = add_provider("Dr. Ana Kim", "Spine Clinic");
    add_provider("José Núñez");
    BOOST_TEST(get_provider(db, "P-0001").uuid == kim.uuid);
    BOOST_TEST(get_provider(db, "p1").uuid == kim.uuid);
    BOOST_TEST(get_provider(db, kim.uuid).uuid == kim.uuid);
    BOOST_TEST(get_provider(db, "ana kim").uuid == kim.uuid);
    BOOST_TEST(get_provider(db, "spine").uuid == kim.uuid);
    BOOST_TEST(get_provider(db, "nunez jose").name == "José Núñez");
}

BOOST_AUTO_TEST_CASE(whole_words_win_over_beginnings) {
    const auto kim = add_provider("Dr. Ana Kim");
    add_provider("Ana Kimura");
    BOOST_TEST(get_provider(db, "ana kim").uuid == kim.uuid);
    BOOST_CHECK_THROW(get_provider(db, "ana"), Ambiguous);
}

BOOST_AUTO_TEST_CASE(refuses_a_name_that_two_providers_have) {
    add_provider("Ana Kim");
    add_provider("Ana Kim");
    try {
        get_provider(db, "Ana Kim");
        BOOST_ERROR("get_provider() chose one of two");
    } catch (const Ambiguous& error) {
        const std::string message = error.what();
        BOOST_TEST(message.find("P-0001") != std::string::npos);
        BOOST_TEST(message.find("P-0002") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_name_that_no_provider_has) {
    add_provider("Ana Kim");
    BOOST_CHECK_THROW(get_provider(db, "P-0099"), NotFound);
    BOOST_CHECK_THROW(get_provider(db, "nobody"), NotFound);
    BOOST_CHECK_THROW(get_provider(db, ""), NotFound);
}

BOOST_AUTO_TEST_CASE(never_reuses_a_number) {
    add_provider("Ana Kim");
    db.exec("DELETE FROM referrals_provider");
    BOOST_TEST(add_provider("Tom Hill").id.str() == "P-0002");
}

BOOST_AUTO_TEST_CASE(the_table_accepts_every_profession) {
    for (const auto& profession : professions()) {
        auto provider = add_provider("Ana Kim");
        provider.profession = profession;
        BOOST_CHECK_NO_THROW(update_provider(db, provider));
    }
}

BOOST_AUTO_TEST_CASE(lists_providers_by_folded_name) {
    add_provider("Zoe");
    add_provider("Émile");
    add_provider("anna");
    const auto all = all_providers(db, std::nullopt);
    BOOST_REQUIRE(all.size() == 3U);
    BOOST_TEST(all[0].name == "anna");
    BOOST_TEST(all[1].name == "Émile");
    BOOST_TEST(all[2].name == "Zoe");
}

BOOST_AUTO_TEST_SUITE_END()
