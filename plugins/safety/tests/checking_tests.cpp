// SPDX-License-Identifier: MIT
#include "checking.hpp"

#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::safety {

namespace {

Concern about(std::string technique, std::vector<std::string> regions = {}) {
    return {.technique = std::move(technique), .regions = std::move(regions), .why = "so"};
}

Date day(std::string_view iso) {
    return Date::from_iso(iso).value();
}

Override holding(std::string_view first, std::string_view last) {
    Override made;
    made.first_day = day(first);
    made.last_day = day(last);
    return made;
}

CheckedConcern told(Weight weight, bool overridden = false) {
    CheckedConcern one{.concern = {.weight = weight, .technique = "swedish", .why = "so"}};
    if (overridden) {
        one.overridden = Override{};
    }
    return one;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checking_tests)

BOOST_AUTO_TEST_CASE(leaves_out_what_is_about_another_technique) {
    const std::vector<Work> work{{"swedish", "calf"}, {"shiatsu", "neck"}};
    BOOST_TEST(is_about(about("swedish"), work));
    BOOST_TEST(is_about(about("shiatsu"), work));
    BOOST_TEST(is_about(about(""), work));
    BOOST_TEST(!is_about(about("hot-stone"), work));
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_about_another_region_of_that_technique) {
    const std::vector<Work> work{{"swedish", "calf"}, {"shiatsu", "neck"}};
    BOOST_TEST(is_about(about("swedish", {"thigh", "calf"}), work));
    BOOST_TEST(!is_about(about("swedish", {"neck"}), work)); // the neck is shiatsu's
    BOOST_TEST(is_about(about("", {"neck"}), work));
}

BOOST_AUTO_TEST_CASE(takes_a_part_for_the_whole_and_the_whole_for_a_part) {
    BOOST_TEST(is_about(about("swedish", {"full-back"}), {{"swedish", "lower-back"}}));
    BOOST_TEST(is_about(about("swedish", {"lower-back"}), {{"swedish", "full-back"}}));
    BOOST_TEST(is_about(about("swedish", {"foot"}), {{"swedish", "full-body"}}));
    BOOST_TEST(!is_about(about("swedish", {"foot"}), {{"swedish", "full-back"}}));
}

BOOST_AUTO_TEST_CASE(takes_work_without_a_place_as_work_anywhere) {
    BOOST_TEST(is_about(about("swedish", {"foot"}), {{"swedish"}}));
}

BOOST_AUTO_TEST_CASE(lets_pass_on_its_days_alone_and_not_from_its_withdrawal_on) {
    auto made = holding("2026-11-19", "2026-11-21");
    BOOST_TEST(!made.holds_on(day("2026-11-18")));
    BOOST_TEST(made.holds_on(day("2026-11-19")));
    BOOST_TEST(made.holds_on(day("2026-11-21")));
    BOOST_TEST(!made.holds_on(day("2026-11-22")));
    made.withdrawn = Withdrawal{.at = {day("2026-11-20").days(), Minutes{0}}};
    BOOST_TEST(made.holds_on(day("2026-11-19")));
    BOOST_TEST(!made.holds_on(day("2026-11-20")));
}

BOOST_AUTO_TEST_CASE(lets_pass_what_it_was_made_for_and_nothing_found_since) {
    auto made = holding("2026-11-19", "2026-11-21");
    made.rule = "blocks/heart-history";
    made.technique = "swedish";
    made.basis = {"condition: angina", "condition: heart failure"};
    Concern stop{
        .weight = Weight::stop,
        .technique = "swedish",
        .basis = {"condition: angina"},
        .why = "so",
        .rule = "blocks/heart-history"};
    const auto on = day("2026-11-20");
    BOOST_TEST(is_for(made, stop, {"swedish"}, on));
    BOOST_TEST(knew_all(made, stop)); // less than there was
    stop.basis.emplace_back("condition: aneurysm");
    BOOST_TEST(!knew_all(made, stop));
    stop.rule = "blocks/thrombosis";
    BOOST_TEST(!is_for(made, stop, {"swedish"}, on));
}

BOOST_AUTO_TEST_CASE(lets_pass_work_in_its_regions_alone) {
    auto made = holding("2026-11-20", "2026-11-20");
    made.rule = "own/rule";
    made.technique = "hot-stone";
    made.regions = {"full-back"};
    const Concern stop{
        .weight = Weight::stop, .technique = "hot-stone", .why = "so", .rule = "own/rule"};
    const auto on = day("2026-11-20");
    BOOST_TEST(is_for(made, stop, {"hot-stone", "lower-back"}, on));
    BOOST_TEST(!is_for(made, stop, {"hot-stone", "foot"}, on));
    BOOST_TEST(!is_for(made, stop, {"hot-stone", "full-body"}, on));
    BOOST_TEST(!is_for(made, stop, {"hot-stone"}, on)); // nobody said where
}

BOOST_AUTO_TEST_CASE(forbids_until_it_is_answered) {
    BOOST_TEST(forbids(told(Weight::stop)));
    BOOST_TEST(!forbids(told(Weight::stop, true)));
    BOOST_TEST(forbids(told(Weight::no_consent)));
    BOOST_TEST(forbids(told(Weight::not_asked)));
    BOOST_TEST(!forbids(told(Weight::keep_off)));
    BOOST_TEST(!forbids(told(Weight::caution)));
}

BOOST_AUTO_TEST_CASE(makes_its_tables_in_a_practice_that_was_there_before) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.migrate_from("safety", 0);
    BOOST_TEST(practice.run({"safety", "check", "maria"}).exit == 4); // nobody has asked
    BOOST_TEST(practice.run({"audit", "verify"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(exports_an_override_without_loss_and_as_a_detected_issue) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.run({"medication", "add", "maria", "--name", "Warfarin"});
    const auto made = practice.run(
        {"safety",
         "override",
         "maria",
         "--rule",
         "blocks/bleeding-stop",
         "--technique",
         "deep-tissue",
         "--reason",
         "light, cleared by Dr. Kim"}
    );
    BOOST_TEST(made.exit == 0, made.err);
    const auto json =
        practice.run({"export", "client", "maria", "--as", "json", "--purpose", "own"}).out;
    BOOST_TEST(json.find("\"rule\": \"blocks/bleeding-stop\"") != std::string::npos, json);
    BOOST_TEST(json.find("\"found\": \"medication: Warfarin\"") != std::string::npos);
    const auto issue =
        practice.run({"export", "client", "maria", "--as", "fhir", "--purpose", "own"}).out;
    BOOST_TEST(issue.find("DetectedIssue") != std::string::npos, issue);
    BOOST_TEST(issue.find("light, cleared by Dr. Kim") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::safety
