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

/// What of the record the one rule hangs on; empty: it does not hold.
std::string found(const Facts& facts, When when) {
    const auto reasons = hold_rules_against(facts, one_rule(std::move(when)), {"swedish"});
    return reasons.empty() ? "" : reasons.front().found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(suggest_match_tests)

BOOST_AUTO_TEST_CASE(holds_nothing_against_an_injury_that_is_still_to_come) {
    BOOST_TEST(
        found(with_episode({.causes = {"injury"}, .days = -9}), {.onset_days_up_to = 3}) == ""
    );
}

BOOST_AUTO_TEST_CASE(tells_what_it_hangs_on_without_what_changes_by_the_day) {
    const auto basis = [](int days) {
        return hold_rules_against(
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

BOOST_AUTO_TEST_CASE(hangs_on_what_the_client_has_now_alone) {
    auto facts = with({.list = "condition", .text = "thrombosis", .past = true});
    facts.words.push_back({.list = "condition", .text = "phlebitis"});
    const auto basis = [&facts] {
        return hold_rules_against(facts, our_files(), {"swedish"}).at(0).basis;
    };
    BOOST_TEST(basis() == std::vector<std::string>{"condition: phlebitis"});
    facts.words.front().past = false; // it is back: nobody has answered that
    BOOST_TEST(basis().size() == 2U);
}

BOOST_AUTO_TEST_CASE(knows_where_something_local_is_when_a_complaint_says_so) {
    auto facts = with_episode({.causes = {"unknown"}, .region = "knee"});
    const auto at = [&facts] {
        return join(hold_rules_against(facts, our_files(), {"swedish"}).at(0).regions, ", ");
    };
    BOOST_TEST(at() == "knee");
    facts.words.push_back({.list = "condition", .text = "lump"}); // nobody says where
    BOOST_TEST(at() == "");
}

BOOST_AUTO_TEST_CASE(keeps_the_regions_of_work_that_a_rule_names) {
    const auto reasons =
        hold_rules_against(with_condition("pregnant"), our_files(), {"deep-tissue"});
    BOOST_TEST(reasons.at(0).regions.empty());
    BOOST_TEST(reasons.at(1).regions.front() == "abdomen");
}

BOOST_AUTO_TEST_CASE(looks_for_words_where_the_rule_says_only) {
    BOOST_TEST(said(with({.list = "allergy", .text = "heparin"})) == "");
    BOOST_TEST(said(with({.list = "allergy", .text = "Nüts"}), {"swedish"}) == "caution swedish");
}

BOOST_AUTO_TEST_CASE(wants_every_key_of_a_condition) {
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

BOOST_AUTO_TEST_CASE(holds_nothing_that_is_not_known_against_anybody) {
    const auto facts = with_episode({});
    BOOST_TEST(found(facts, {.age_below = 150}) == "");
    BOOST_TEST(found(facts, {.onset_days_up_to = 36500}) == "");
    BOOST_TEST(found(facts, {.pain_from = 0}) == "");
    BOOST_TEST(found(facts, {.regions = {"full-body"}}) == "");
}

BOOST_AUTO_TEST_CASE(wants_cause_and_onset_of_the_same_complaint) {
    Facts facts{.client = ClientId{1}};
    facts.episodes.push_back({.id = ComplaintId{1}, .causes = {"injury"}, .days = 100});
    facts.episodes.push_back({.id = ComplaintId{2}, .causes = {"posture"}, .days = 1});
    BOOST_TEST(found(facts, {.causes = {"injury"}, .onset_days_up_to = 3}) == "");
    facts.words.push_back({.list = "complaint", .text = "swollen", .complaint = ComplaintId{2}});
    BOOST_TEST(
        found(facts, {.causes = {"injury"}, .words = {"swollen"}, .in = {"complaint"}}) == ""
    );
}

BOOST_AUTO_TEST_CASE(finds_a_region_within_a_wider_one) {
    const auto facts = with_episode({.region = "lower-back"});
    BOOST_TEST(found(facts, {.regions = {"full-back"}}) == "CO-0001: lower-back");
    BOOST_TEST(found(facts, {.regions = {"knee"}}) == "");
    BOOST_TEST(found(with_episode({.region = "full-back"}), {.regions = {"mid-back"}}) != "");
}

BOOST_AUTO_TEST_CASE(passes_a_rule_over_that_is_off) {
    auto files = one_rule({.age_from = 18});
    const Facts facts{.client = ClientId{1}, .age = 40};
    BOOST_TEST(hold_rules_against(facts, files, {"swedish"}).size() == 1U);
    files.front().rules.front().enabled = false;
    BOOST_TEST(hold_rules_against(facts, files, {"swedish"}).empty());
}

BOOST_AUTO_TEST_CASE(puts_stops_first_within_a_technique) {
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

BOOST_AUTO_TEST_CASE(tells_the_newest_session_and_every_adverse_reaction) {
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
    const auto reasons = look_back(facts, {"swedish"});
    BOOST_REQUIRE(reasons.size() == 2U);
    BOOST_TEST(reasons[0].found == "2026-11-01 (N-0001)");
    BOOST_TEST(reasons[0].why == "adverse reaction: rash");
    BOOST_TEST(reasons[1].found == "2026-11-19 (N-0002)");
    BOOST_TEST(reasons[1].why == "pain 6 -> 4, together with shiatsu");
}

BOOST_AUTO_TEST_CASE(tells_a_reaction_beside_the_complaint_in_question_too) {
    Facts facts{.client = ClientId{1}};
    facts.tried = {
        {.technique = "swedish", .note = NoteId{1}, .adverse = "rash", .in_question = false}};
    const auto reasons = look_back(facts, {"swedish"});
    BOOST_REQUIRE(reasons.size() == 1U);
    BOOST_TEST((reasons.front().verdict == Verdict::caution));
}

BOOST_AUTO_TEST_CASE(knows_which_techniques_no_rule_names) {
    BOOST_TEST(join(unnamed_techniques(our_files(), {"swedish", "cupping"}), ",") == "cupping");
}

/// The two halves of a row of the table of contraindications, which are written twice.
BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap::suggest
