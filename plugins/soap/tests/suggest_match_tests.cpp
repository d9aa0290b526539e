// SPDX-License-Identifier: MIT
#include "suggest_record.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap::suggest {

using namespace testing;

namespace {

std::vector<RuleFile> one_rule(When when) {
    return {
        {.id = "own",
         .name = "Own",
         .rules = {
             {.id = "rule",
              .kind = Kind::stop,
              .techniques = {"swedish"},
              .reason = "so",
              .sources = {"(k)"},
              .when = {std::move(when)}}}}};
}

/// The part of the record that matches the rule; empty: no match.
std::string found(const Facts& facts, When when) {
    const auto reasons = match_rules(facts, one_rule(std::move(when)), {"swedish"});
    return reasons.empty() ? "" : reasons.front().found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(suggest_match_tests)

BOOST_AUTO_TEST_CASE(ignores_an_injury_with_a_future_date) {
    BOOST_TEST(
        found(with_episode({.causes = {"injury"}, .days = -9}), {.onset_days_up_to = 3}) == ""
    );
}

BOOST_AUTO_TEST_CASE(the_basis_omits_values_that_change_every_day) {
    const auto basis = [](int days) {
        return match_rules(
                   with_episode({.causes = {"injury"}, .region = "knee", .days = days}),
                   our_files(),
                   {"deep-tissue"}
        )
            .at(0)
            .basis;
    };
    BOOST_TEST(basis(1) == basis(2));
    BOOST_TEST(basis(1).at(0) == "CO-0001: injury");
}

BOOST_AUTO_TEST_CASE(the_basis_has_only_present_findings) {
    auto facts = with_condition("venous-thrombosis");
    facts.texts.front().past = true;
    facts.texts.push_back(entry("condition", "pulmonary-embolism"));
    const auto basis = [&facts] {
        return match_rules(facts, our_files(), {"swedish"}).at(0).basis;
    };
    BOOST_TEST(basis() == std::vector<std::string>{"condition: pulmonary-embolism"});
    facts.texts.front().past = false; // it is back: nobody has answered that
    BOOST_TEST(basis().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_local_reason_has_the_region_of_its_complaint) {
    auto facts = with_episode({.causes = {"unknown"}, .region = "knee"});
    const auto at = [&facts] {
        return join(match_rules(facts, our_files(), {"swedish"}).at(0).regions, ", ");
    };
    BOOST_TEST(at() == "knee");
    facts.texts.push_back(entry("condition", "unknown-lump")); // nobody says where
    BOOST_TEST(at() == "");
}

BOOST_AUTO_TEST_CASE(keeps_the_regions_of_work_that_a_rule_names) {
    const auto reasons = match_rules(with_condition("pregnancy"), our_files(), {"deep-tissue"});
    BOOST_TEST(reasons.at(0).regions.empty());
    BOOST_TEST(reasons.at(1).regions.front() == "abdomen");
}

BOOST_AUTO_TEST_CASE(looks_for_concepts_only_in_the_lists_of_the_rule) {
    BOOST_TEST(reasons_for(with(entry("allergy", "heparin"))) == "");
    BOOST_TEST(reasons_for(with(entry("allergy", "almond")), {"swedish"}) == "caution swedish");
}

BOOST_AUTO_TEST_CASE(every_key_of_a_condition_must_match) {
    const When when{.causes = {"posture"}, .age_below = 40, .pain_from = 5};
    auto facts = with_episode({.causes = {"posture"}, .pain = 5});
    facts.age = 39;
    BOOST_TEST(found(facts, when) == "age: 39; CO-0001: posture, pain 5");
    facts.age = 40;
    BOOST_TEST(found(facts, when) == "");
    facts.age = 39;
    facts.episodes.front().pain = 4;
    BOOST_TEST(found(facts, when) == "");
}

BOOST_AUTO_TEST_CASE(a_value_that_is_not_recorded_never_matches) {
    const auto facts = with_episode({});
    BOOST_TEST(found(facts, {.age_below = 150}) == "");
    BOOST_TEST(found(facts, {.onset_days_up_to = 36500}) == "");
    BOOST_TEST(found(facts, {.pain_from = 0}) == "");
    BOOST_TEST(found(facts, {.regions = {"full-body"}}) == "");
}

BOOST_AUTO_TEST_CASE(cause_and_onset_must_be_of_the_same_complaint) {
    Facts facts{.client = ClientId{1}};
    facts.episodes.push_back({.id = ComplaintId{1}, .causes = {"injury"}, .days = 100});
    facts.episodes.push_back({.id = ComplaintId{2}, .causes = {"posture"}, .days = 1});
    BOOST_TEST(found(facts, {.causes = {"injury"}, .onset_days_up_to = 3}) == "");
    facts.texts.push_back(entry("complaint", "one-leg-swelling"));
    facts.texts.back().complaint = ComplaintId{2};
    BOOST_TEST(
        found(
            facts, {.causes = {"injury"}, .concepts = {"one-leg-swelling"}, .in = {"complaint"}}
        ) == ""
    );
}

BOOST_AUTO_TEST_CASE(finds_a_region_within_a_wider_one) {
    const auto facts = with_episode({.region = "lower-back"});
    BOOST_TEST(found(facts, {.regions = {"full-back"}}) == "CO-0001: lower-back");
    BOOST_TEST(found(facts, {.regions = {"knee"}}) == "");
    BOOST_TEST(found(with_episode({.region = "full-back"}), {.regions = {"mid-back"}}) != "");
}

/// "swedish: lubricant: almond oil" of each technique for which a rule of these conditions fires.
std::string fires(const Facts& facts, std::vector<When> conditions) {
    auto files = one_rule({});
    files.front().rules.front().techniques.clear();
    files.front().rules.front().when = std::move(conditions);
    std::vector<std::string> lines;
    for (const auto& reason : match_rules(facts, files, {"shiatsu", "swedish"})) {
        lines.push_back(reason.technique + ": " + reason.found + (reason.in_note ? " (note)" : ""));
    }
    return join(lines, "; ");
}

BOOST_AUTO_TEST_CASE(a_condition_about_blocks_does_not_narrow_its_neighbour) {
    const When of_work{.fields = {"lubricant"}, .any = {"almond"}};
    const When of_record{.concepts = {"asthma"}, .in = {"condition"}};
    auto facts = with_condition("asthma");
    BOOST_TEST(
        fires(facts, {of_work, of_record}) ==
        "shiatsu: condition: asthma; swedish: condition: asthma"
    );
    facts.used.push_back({.technique = "swedish", .field = "lubricant", .text = "almond oil"});
    BOOST_TEST(fires(facts, {of_work}) == "swedish: lubricant: almond oil (note)");
    for (const auto& conditions :
         {std::vector{of_work, of_record}, std::vector{of_record, of_work}}) {
        BOOST_TEST(fires(facts, conditions).starts_with("shiatsu: condition: asthma; swedish: "));
        BOOST_TEST(fires(facts, conditions).ends_with(" (note)"));
    }
}

BOOST_AUTO_TEST_CASE(skips_a_disabled_rule) {
    auto files = one_rule({.age_from = 18});
    const Facts facts{.client = ClientId{1}, .age = 40};
    BOOST_TEST(match_rules(facts, files, {"swedish"}).size() == 1U);
    files.front().rules.front().enabled = false;
    BOOST_TEST(match_rules(facts, files, {"swedish"}).empty());
}

BOOST_AUTO_TEST_CASE(lists_stops_first_within_a_technique) {
    std::vector<Reason> reasons{
        {.technique = "b", .verdict = Verdict::fits},
        {.technique = "b", .verdict = Verdict::stop},
        {.technique = "a", .verdict = Verdict::fits},
        {.technique = "", .verdict = Verdict::not_asked}};
    sort_reasons(reasons);
    BOOST_TEST(reasons[0].technique == "");
    BOOST_TEST(reasons[1].technique == "a");
    BOOST_TEST((reasons[2].verdict == Verdict::stop));
}

BOOST_AUTO_TEST_CASE(lists_the_newest_session_and_every_adverse_reaction) {
    Facts facts{.client = ClientId{1}};
    const auto day = [](const char* text) { return *Date::from_iso(text); };
    facts.tried = {
        {.technique = "swedish",
         .note = NoteId{1},
         .on = day("2026-11-01"),
         .pain = "6 -> 5",
         .adverse = "rash"},
        {.technique = "swedish",
         .note = NoteId{2},
         .on = day("2026-11-19"),
         .pain = "6 -> 4",
         .with = {"shiatsu"}},
        {.technique = "shiatsu", .note = NoteId{2}, .on = day("2026-11-19")}};
    const auto reasons = list_past_sessions(facts, {"swedish"});
    BOOST_REQUIRE(reasons.size() == 2U);
    BOOST_TEST(reasons[0].found == "2026-11-01 (N-0001)");
    BOOST_TEST(reasons[0].why == "adverse reaction: rash");
    BOOST_TEST(reasons[1].found == "2026-11-19 (N-0002)");
    BOOST_TEST(reasons[1].why == "pain 6 -> 4, together with shiatsu");
}

BOOST_AUTO_TEST_CASE(lists_a_reaction_in_a_session_about_another_complaint) {
    Facts facts{.client = ClientId{1}};
    facts.tried = {
        {.technique = "swedish", .note = NoteId{1}, .adverse = "rash", .in_question = false}};
    const auto reasons = list_past_sessions(facts, {"swedish"});
    BOOST_REQUIRE(reasons.size() == 1U);
    BOOST_TEST((reasons.front().verdict == Verdict::caution));
}

BOOST_AUTO_TEST_CASE(finds_techniques_that_no_rule_names) {
    BOOST_TEST(
        join(find_unnamed_techniques(our_files(), {"swedish", "cupping"}), ",") == "cupping"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap::suggest
