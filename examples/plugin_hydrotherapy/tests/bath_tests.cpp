// SPDX-License-Identifier: MIT
// Commands run as for a user, in a new practice with a fixed clock.
#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

constexpr const char* complete_note = R"(
technique = ["swedish"]
date = "2026-11-20 08:00"
minutes = 45

[consent]
given = true
scope = "legs"

[subjective]
complaint = "tired legs after a long walk"
goal = "walk again on sunday"
pain_now = 3
medication_today = "none"

[objective]
[[objective.finding]]
region = "calf"
side = "both"
tone = "high"

[[block]]
technique = "swedish"
region = "calf"
side = "both"
minutes = 40
pressure = 2
strokes = ["effleurage"]

[assessment]
response = "softer, lighter"
adverse = "none"
pain_after = 1
progress = "first session"

[plan]
next_visit = "2026-12-01"
)";

struct Fixture {
    praxis::testing::Practice practice;

    Fixture() {
        practice.run({"client", "add", "--given", "Maria", "--family", "Lopez"});
        practice.run({"condition", "add", "maria", "--none-known"});
    }

    praxis::testing::Outcome add_bath() {
        return practice.run(
            {"bath", "add", "maria", "--kind", "warm", "--minutes", "15", "--celsius", "38"}
        );
    }

    /// A complete note from standard input, signed at once.
    praxis::testing::Outcome sign_note() {
        return practice.run({"note", "new", "maria", "--sign", "--from", "-"}, complete_note);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bath_tests, Fixture)

BOOST_AUTO_TEST_CASE(records_a_bath_and_lists_it) {
    BOOST_TEST(add_bath().out == "1\n");
    const auto listed = practice.run({"bath", "list", "maria", "--format", "csv"});
    BOOST_TEST(listed.exit == 0);
    BOOST_TEST(listed.out.find("warm,15,38") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_water_in_fahrenheit) {
    const auto refused = practice.run(
        {"bath", "add", "maria", "--kind", "warm", "--minutes", "5", "--celsius", "100"}
    );
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(practice.sql("SELECT count(*) FROM hydrotherapy_bath") == "0");
}

BOOST_AUTO_TEST_CASE(refuses_to_sign_a_note_until_the_skin_is_checked) {
    add_bath();
    const auto stopped = sign_note();
    BOOST_TEST(stopped.exit == 4);
    BOOST_TEST(stopped.err.find("praxis bath skin 1") != std::string::npos);
    BOOST_TEST(practice.sql("SELECT group_concat(state) FROM soap_note") == "draft");
    BOOST_TEST(practice.run({"bath", "skin", "1", "--after", "normal"}).exit == 0);
    const auto signed_now = sign_note();
    BOOST_TEST(signed_now.exit == 0, signed_now.err);
    const auto events = practice.events();
    BOOST_TEST(std::count(events.begin(), events.end(), "soap.note-signed/1") == 1);
}

BOOST_AUTO_TEST_CASE(safety_check_asks_for_the_skin_before_treatment) {
    add_bath();
    const auto checked = practice.run({"safety", "check", "maria", "--technique", "swedish"});
    BOOST_TEST(checked.exit == 4);
    BOOST_TEST(checked.out.find("the skin after bath 1") != std::string::npos, checked.out);
    BOOST_TEST(checked.err.find("praxis bath skin 1 --after normal") != std::string::npos);
    practice.run({"bath", "skin", "1", "--after", "normal"});
    const auto again = practice.run({"safety", "check", "maria", "--technique", "swedish"});
    BOOST_TEST(again.out.find("bath") == std::string::npos, again.out);
}

BOOST_AUTO_TEST_CASE(is_part_of_the_chart_and_of_exports) {
    add_bath();
    const auto chart =
        practice.run({"export", "client", "maria", "--as", "txt", "--purpose", "own"});
    BOOST_TEST(chart.out.find("warm, 15 minutes, 38 °C") != std::string::npos, chart.err);
    const auto json =
        practice.run({"export", "client", "maria", "--as", "json", "--purpose", "own"});
    BOOST_TEST(json.out.find("\"hydrotherapy\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(is_erased_with_its_client) {
    add_bath();
    const auto erased = practice.run(
        {"client",
         "erase",
         "C-0001",
         "--reason",
         "asked for",
         "--despite-retention",
         "--confirm",
         "C-0001"}
    );
    BOOST_TEST(erased.exit == 0, erased.err);
    BOOST_TEST(practice.sql("SELECT count(*) FROM hydrotherapy_bath") == "0");
}

BOOST_AUTO_TEST_CASE(creates_its_tables_in_an_existing_practice) {
    practice.migrate_from("hydrotherapy", 0);
    BOOST_TEST(practice.run({"audit", "verify"}).exit == 0);
    BOOST_TEST(add_bath().exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
