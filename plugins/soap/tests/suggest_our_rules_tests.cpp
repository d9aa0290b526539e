// SPDX-License-Identifier: MIT
#include "suggest_record.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace praxis::soap::suggest {

using namespace testing;

BOOST_AUTO_TEST_SUITE(suggest_our_rules_tests)

BOOST_AUTO_TEST_CASE(stops_all_six_techniques_for_a_clot) {
    const std::string all = "stop deep-tissue, stop hot-stone, stop myofascial-release, "
                            "stop shiatsu, stop swedish, stop trigger-point";
    BOOST_TEST(reasons_for(with_condition("venous-thrombosis")) == all);
    BOOST_TEST(reasons_for(with_condition("pulmonary-embolism")) == all);
    BOOST_TEST(reasons_for(with_condition("venous-thrombosis", ConceptState::suspected)) == all);
}

BOOST_AUTO_TEST_CASE(stops_deep_work_for_a_blood_thinner) {
    BOOST_TEST(
        reasons_for(with(entry("medication", "vitamin-k-blocker"))) ==
        "stop deep-tissue, caution hot-stone, caution myofascial-release, caution shiatsu, "
        "caution swedish, stop trigger-point"
    );
}

BOOST_AUTO_TEST_CASE(stops_a_technique_that_only_a_data_plugin_knows) {
    BOOST_TEST(reasons_for(with_condition("venous-thrombosis"), {"cupping"}) == "stop cupping");
}

BOOST_AUTO_TEST_CASE(needs_the_second_term_of_a_rule) {
    auto facts = with_condition("one-leg-swelling");
    BOOST_TEST(reasons_for(facts, {"swedish"}) == "");
    facts.texts.push_back(entry("condition", "pregnancy"));
    BOOST_TEST(reasons_for(facts, {"swedish"}) == "stop swedish, caution swedish, caution swedish");
    facts.texts.back().concepts.front().state = ConceptState::denied;
    BOOST_TEST(reasons_for(facts, {"swedish"}).find("stop") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(asks_about_a_past_condition) {
    auto facts = with_condition("venous-thrombosis");
    facts.texts.front().past = true;
    BOOST_TEST(reasons_for(facts, {"swedish"}) == "caution swedish");
    BOOST_TEST(
        match_rules(facts, our_files(), {"swedish"}).front().found ==
        "condition in the past: venous-thrombosis"
    );
}

BOOST_AUTO_TEST_CASE(stops_when_one_condition_is_past_and_another_is_present) {
    auto facts = with_condition("venous-thrombosis", ConceptState::past);
    facts.texts.push_back(entry("condition", "venous-thrombosis"));
    BOOST_TEST(reasons_for(facts, {"swedish"}) == "stop swedish");
}

BOOST_AUTO_TEST_CASE(asks_about_what_the_client_may_not_have) {
    const auto why = [](ConceptState state) {
        const auto reasons =
            match_rules(with_condition("cancer", state), our_files(), {"deep-tissue"});
        BOOST_TEST_REQUIRE(reasons.size() == 1U);
        BOOST_TEST((reasons.front().verdict == Verdict::caution));
        return reasons.front().why.substr(0, reasons.front().why.find('?') + 1);
    };
    BOOST_TEST(why(ConceptState::denied) == "recorded as denied: is that right?");
    BOOST_TEST(why(ConceptState::family) == "recorded as family history only: is that right?");
    BOOST_TEST(why(ConceptState::past) == "recorded as past: is that right?");
    BOOST_TEST(why(ConceptState::mentioned) == "only mentioned: does the client have it?");
}

BOOST_AUTO_TEST_CASE(our_rules_name_concepts_that_exist) {
    auto files = our_files();
    BOOST_TEST(join(expand_groups(files, our_concepts()), "; ") == "");
    files = {
        {.id = "own",
         .rules = {{.id = "rule", .when = {{.concepts = {"gout", "blood-thinner"}}}}}}};
    BOOST_TEST(
        join(expand_groups(files, our_concepts()), "; ") ==
        "rule own/rule: there is no concept gout"
    );
    BOOST_TEST(files.front().rules.front().when.front().concepts.size() > 3U);
}

BOOST_AUTO_TEST_CASE(a_condition_counts_when_another_one_is_denied) {
    auto facts = with_condition("venous-thrombosis", ConceptState::denied);
    facts.texts.push_back(entry("condition", "pulmonary-embolism"));
    BOOST_TEST(reasons_for(facts, {"swedish"}) == "stop swedish");
}

BOOST_AUTO_TEST_CASE(a_denied_condition_gives_no_fit) {
    BOOST_TEST(
        reasons_for(with(entry("finding", "trigger-point-sign", ConceptState::denied))) == ""
    );
    BOOST_TEST(
        reasons_for(with(entry("finding", "trigger-point-sign")), {"trigger-point"}) ==
        "fits trigger-point"
    );
}

BOOST_AUTO_TEST_CASE(high_blood_pressure_is_a_caution_unless_uncontrolled) {
    BOOST_TEST(
        reasons_for(with_condition("high-blood-pressure"), {"swedish"}) == "caution swedish"
    );
    BOOST_TEST(
        reasons_for(with_condition("blood-pressure-out-of-control"), {"swedish"}) == "stop swedish"
    );
}

BOOST_AUTO_TEST_CASE(an_injury_counts_as_acute_for_three_days) {
    const auto after = [](int days) {
        return reasons_for(with_episode({.causes = {"injury"}, .days = days}), {"deep-tissue"});
    };
    BOOST_TEST(after(0) == "stop deep-tissue");
    BOOST_TEST(after(3) == "stop deep-tissue");
    BOOST_TEST(after(4) == "caution deep-tissue"); // the lists disagree up to a week
    BOOST_TEST(after(7) == "caution deep-tissue");
    BOOST_TEST(after(8) == "");
}

BOOST_AUTO_TEST_CASE(finds_techniques_that_fit_a_cause) {
    BOOST_TEST(
        reasons_for(with_episode({.causes = {"posture", "muscle-tension"}, .days = 30})) ==
        "fits deep-tissue, fits myofascial-release, fits swedish"
    );
}

BOOST_AUTO_TEST_CASE(pain_counts_as_persistent_after_twelve_weeks) {
    BOOST_TEST(reasons_for(with_episode({.days = 84})) == "");
    BOOST_TEST(reasons_for(with_episode({.days = 85})) == "fits deep-tissue");
}

BOOST_AUTO_TEST_CASE(finds_a_tender_spot_with_referred_pain) {
    BOOST_TEST(reasons_for(with(entry("finding", "trigger-point-sign"))) == "fits trigger-point");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap::suggest
