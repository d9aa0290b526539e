// SPDX-License-Identifier: MIT
#include "health_queries.hpp"
#include "practice.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

BOOST_FIXTURE_TEST_SUITE(health_queries_tests, Tables)

BOOST_AUTO_TEST_CASE(distinguishes_none_known_from_not_asked) {
    const auto client = add("Maria", "Lopez");
    BOOST_TEST(!find_none_known(db, client, "allergy").has_value());
    const ZonedTime asked{Instant{std::chrono::seconds{1000}}, Minutes{60}};
    put_none_known(db, client, {.kind = "allergy", .asked = asked, .asked_by = {1}});
    const auto answer = find_none_known(db, client, "allergy").value();
    BOOST_TEST(answer.asked_by_name == "Ines Moreau");
    BOOST_TEST(answer.asked.iso() == "1970-01-01T01:16:40+01:00");
    BOOST_TEST(!find_none_known(db, client, "condition").has_value());
    BOOST_TEST(delete_none_known(db, client, "allergy"));
    BOOST_TEST(!delete_none_known(db, client, "allergy"));
}

BOOST_AUTO_TEST_CASE(replaces_the_answer_when_asked_again) {
    const auto client = add("Maria", "Lopez");
    for (const auto seconds : {1000, 2000}) {
        put_none_known(
            db,
            client,
            {.kind = "condition",
             .asked = {Instant{std::chrono::seconds{seconds}}, Minutes{0}},
             .asked_by = {1}}
        );
    }
    BOOST_TEST(
        find_none_known(db, client, "condition")->asked.instant.time_since_epoch().count() == 2000
    );
}

BOOST_AUTO_TEST_CASE(lists_active_conditions_before_past_ones) {
    const auto client = add("Maria", "Lopez");
    Conditions::insert(db, {.uuid = uuid('a'), .client = client, .name = "gout", .status = "past"});
    Conditions::insert(db, {.uuid = uuid('b'), .client = client, .name = "asthma"});
    BOOST_TEST(Conditions::all(db, client).front().name == "asthma");
    BOOST_TEST(Conditions::all(db, client).back().name == "gout");
}

BOOST_AUTO_TEST_CASE(counts_a_medication_through_its_last_day) {
    const MedicationRow medication{.until = day("2026-11-20")};
    BOOST_TEST(is_current(medication, day("2026-11-20")));
    BOOST_TEST(!is_current(medication, day("2026-11-21")));
    BOOST_TEST(is_current(MedicationRow{}, day("2026-11-21")));
}

BOOST_AUTO_TEST_CASE(refuses_to_delete_a_client_with_a_health_history) {
    const auto client = add("Maria", "Lopez");
    Allergies::insert(db, {.uuid = uuid('a'), .client = client, .substance = "latex"});
    BOOST_CHECK_THROW(db.exec("DELETE FROM clients_client"), SQLite::Exception);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
