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

CheckedConcern checked(Weight weight, bool overridden = false) {
    CheckedConcern one{.concern = {.weight = weight, .technique = "swedish", .why = "so"}};
    if (overridden) {
        one.overridden = Override{};
    }
    return one;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checking_tests)

BOOST_AUTO_TEST_CASE(ignores_a_concern_about_another_technique) {
    const std::vector<Work> work{{"swedish", "calf"}, {"shiatsu", "neck"}};
    BOOST_TEST(is_about(about("swedish"), work));
    BOOST_TEST(is_about(about("shiatsu"), work));
    BOOST_TEST(is_about(about(""), work));
    BOOST_TEST(!is_about(about("hot-stone"), work));
}

BOOST_AUTO_TEST_CASE(ignores_a_concern_about_another_region_of_that_technique) {
    const std::vector<Work> work{{"swedish", "calf"}, {"shiatsu", "neck"}};
    BOOST_TEST(is_about(about("swedish", {"thigh", "calf"}), work));
    BOOST_TEST(!is_about(about("swedish", {"neck"}), work)); // the neck belongs to shiatsu
    BOOST_TEST(is_about(about("", {"neck"}), work));
}

BOOST_AUTO_TEST_CASE(applies_to_a_part_of_a_region_and_to_the_region_of_a_part) {
    BOOST_TEST(is_about(about("swedish", {"full-back"}), {{"swedish", "lower-back"}}));
    BOOST_TEST(is_about(about("swedish", {"lower-back"}), {{"swedish", "full-back"}}));
    BOOST_TEST(is_about(about("swedish", {"foot"}), {{"swedish", "full-body"}}));
    BOOST_TEST(!is_about(about("swedish", {"foot"}), {{"swedish", "full-back"}}));
}

BOOST_AUTO_TEST_CASE(treats_work_without_a_region_as_work_anywhere) {
    BOOST_TEST(is_about(about("swedish", {"foot"}), {{"swedish"}}));
}

BOOST_AUTO_TEST_CASE(an_override_applies_on_its_days_until_its_withdrawal) {
    auto made = holding("2026-11-19", "2026-11-21");
    BOOST_TEST(!made.holds_on(day("2026-11-18")));
    BOOST_TEST(made.holds_on(day("2026-11-19")));
    BOOST_TEST(made.holds_on(day("2026-11-21")));
    BOOST_TEST(!made.holds_on(day("2026-11-22")));
    made.withdrawn = Withdrawal{.at = {day("2026-11-20").days(), Minutes{0}}};
    BOOST_TEST(made.holds_on(day("2026-11-19")));
    BOOST_TEST(!made.holds_on(day("2026-11-20")));
}

BOOST_AUTO_TEST_CASE(an_override_covers_known_findings_and_no_new_ones) {
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
    BOOST_TEST(applies_to(made, stop, {"swedish"}, on));
    BOOST_TEST(covers_basis(made, stop)); // fewer findings than at the override
    stop.basis.emplace_back("condition: aneurysm");
    BOOST_TEST(!covers_basis(made, stop));
    stop.rule = "blocks/thrombosis";
    BOOST_TEST(!applies_to(made, stop, {"swedish"}, on));
}

BOOST_AUTO_TEST_CASE(an_override_covers_work_in_its_regions_only) {
    auto made = holding("2026-11-20", "2026-11-20");
    made.rule = "own/rule";
    made.technique = "hot-stone";
    made.regions = {"full-back"};
    const Concern stop{
        .weight = Weight::stop, .technique = "hot-stone", .why = "so", .rule = "own/rule"};
    const auto on = day("2026-11-20");
    BOOST_TEST(applies_to(made, stop, {"hot-stone", "lower-back"}, on));
    BOOST_TEST(!applies_to(made, stop, {"hot-stone", "foot"}, on));
    BOOST_TEST(!applies_to(made, stop, {"hot-stone", "full-body"}, on));
    BOOST_TEST(!applies_to(made, stop, {"hot-stone"}, on)); // no region given
}

BOOST_AUTO_TEST_CASE(forbids_work_until_the_stop_is_overridden) {
    BOOST_TEST(forbids_work(checked(Weight::stop)));
    BOOST_TEST(!forbids_work(checked(Weight::stop, true)));
    BOOST_TEST(forbids_work(checked(Weight::no_consent)));
    BOOST_TEST(forbids_work(checked(Weight::not_asked)));
    BOOST_TEST(!forbids_work(checked(Weight::avoid_area)));
    BOOST_TEST(!forbids_work(checked(Weight::caution)));
}

BOOST_AUTO_TEST_CASE(creates_its_tables_in_an_existing_practice) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.migrate_from("safety", 0);
    const auto check = practice.run({"safety", "check", "maria"});
    BOOST_TEST(check.exit == 4);
    BOOST_TEST(check.out.find("not asked") != std::string::npos, check.out);
    BOOST_TEST(practice.sql("SELECT count(*) FROM safety_override") == "0");
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

BOOST_AUTO_TEST_CASE(an_overridden_stop_is_no_stop_in_the_brief) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria", "--born", "1984-05-02"});
    practice.run({"medication", "add", "maria", "--name", "Warfarin"});
    const auto brief = [&practice] { return practice.run({"client", "brief", "maria"}).out; };
    const auto override_for = [&practice](const std::string& technique) {
        const auto made = practice.run(
            {"safety",
             "override",
             "maria",
             "--rule",
             "blocks/bleeding-stop",
             "--technique",
             technique,
             "--reason",
             "light, cleared"}
        );
        BOOST_TEST(made.exit == 0, made.err);
    };
    const auto has = [&brief](const std::string& part) {
        return brief().find(part) != std::string::npos;
    };
    BOOST_TEST(has("STOP"), brief());
    override_for("deep-tissue");
    BOOST_TEST(has("trigger-point: impaired"), brief());
    BOOST_TEST(has("STOP"), brief());
    BOOST_TEST(!has("deep-tissue, trigger-point: impaired"), brief());
    override_for("trigger-point");
    BOOST_TEST(!has("STOP"), brief());
    BOOST_TEST(has("Overridden"), brief());
    BOOST_TEST(has("light, cleared"), brief());
    practice.run({"condition", "add", "maria", "--name", "haemophilia"});
    BOOST_TEST(has("STOP"), brief());
    BOOST_TEST(has("override of"), brief());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::safety
