// SPDX-License-Identifier: MIT
#include "suggest_record.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap::suggest {

using testing::our_files;

namespace {

const std::string head = "[suggestion]\n"
                         "id = \"own\"\n"
                         "name = \"Own rules\"\n"
                         "source = [\"A-1: course notes\"]\n";

const std::string rule = "[[rule]]\n"
                         "id = \"cold\"\n"
                         "kind = \"stop\"\n"
                         "techniques = [\"all\"]\n"
                         "reason = \"too cold\"\n"
                         "source = [\"A-1\"]\n";

std::string problems_of(const std::string& text) {
    std::vector<Problem> problems;
    read_rules(text, "own.toml", problems);
    return describe(problems, "own.toml");
}

std::string problems_of_when(const std::string& when) {
    return problems_of(head + rule + "[[rule.when]]\n" + when);
}

bool reports(const std::string& problems, std::string_view part) {
    return problems.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(suggest_rules_tests)

BOOST_AUTO_TEST_CASE(reads_all_keys_of_a_file) {
    std::vector<Problem> problems;
    const auto file = read_rules(
        head + rule +
            "[[rule.when]]\nconcepts = [\"cold-fingers\"]\nin = [\"condition\"]\nage_from = 60\n",
        "own.toml",
        problems
    );
    BOOST_TEST(describe(problems, "own.toml") == "");
    BOOST_REQUIRE(file.rules.size() == 1U);
    BOOST_TEST((file.rules.front().kind == Kind::stop));
    BOOST_TEST(file.rules.front().techniques.empty()); // all there are
    BOOST_TEST(file.rules.front().enabled);
    BOOST_TEST(file.rules.front().when.front().age_from.value_or(0) == 60);
}

BOOST_AUTO_TEST_CASE(a_condition_about_the_work_names_a_field_and_a_test) {
    BOOST_TEST(problems_of_when("fields = [\"lubricant\"]\nallergen = true\n") == "");
    BOOST_TEST(problems_of_when("fields = [\"bath_temperature\"]\nabove = 49\n") == "");
    const std::string needs = "fields needs one of any, above and allergen";
    BOOST_TEST(reports(problems_of_when("fields = [\"lubricant\"]\n"), needs));
    BOOST_TEST(reports(problems_of_when("above = 49\n"), needs));
    BOOST_TEST(
        reports(problems_of_when("fields = [\"x\"]\nabove = \"49\"\n"), "above: give a number")
    );
}

BOOST_AUTO_TEST_CASE(a_rule_counts_as_not_reviewed_by_default) {
    std::vector<Problem> problems;
    const auto file =
        read_rules(head + rule + "[[rule.when]]\nage_from = 60\n", "own.toml", problems);
    BOOST_TEST(!file.rules.front().reviewed);
}

BOOST_AUTO_TEST_CASE(names_line_and_column_of_a_mistake) {
    const auto problems = problems_of(head + "[[rule]]\nid = \"cold\"\n  kind = \"halt\"\n");
    BOOST_TEST(reports(problems, "own.toml line 7, column 3: rule cold: kind: invalid value halt"));
    BOOST_TEST(reports(problems, "techniques is missing"));
    BOOST_TEST(reports(problems, "reason is missing"));
    BOOST_TEST(reports(problems, "source is missing"));
    BOOST_TEST(reports(problems, "add at least one [[rule.when]]"));
}

BOOST_AUTO_TEST_CASE(refuses_a_condition_that_would_match_every_client) {
    BOOST_TEST(reports(problems_of_when(""), "the condition is empty and would match every client")
    );
    BOOST_TEST(reports(problems_of_when("causes = []\n"), "causes is missing"));
    BOOST_TEST(
        reports(problems_of_when("concepts = []\nin = [\"condition\"]\n"), "concepts is missing")
    );
    BOOST_TEST(reports(problems_of_when("in = [\"condition\"]\n"), "concepts is missing"));
}

BOOST_AUTO_TEST_CASE(refuses_concepts_without_a_list_to_search) {
    BOOST_TEST(reports(problems_of_when("concepts = [\"cold-fingers\"]\n"), "in is missing"));
    BOOST_TEST(reports(
        problems_of_when("concepts = [\"cold-fingers\"]\nin = [\"conditions\"]\n"),
        "did you mean condition?"
    ));
}

BOOST_AUTO_TEST_CASE(refuses_unknown_causes_and_regions) {
    BOOST_TEST(reports(problems_of_when("causes = [\"postur\"]\n"), "did you mean posture?"));
    BOOST_TEST(reports(problems_of_when("regions = [\"low-back\"]\n"), "invalid value low-back"));
}

BOOST_AUTO_TEST_CASE(refuses_numbers_out_of_range) {
    BOOST_TEST(reports(problems_of_when("pain_from = 11\n"), "a whole number from 0 to 10"));
    BOOST_TEST(reports(problems_of_when("age_below = -1\n"), "a whole number from 0 to 150"));
    BOOST_TEST(reports(problems_of_when("onset_days_up_to = 2.5\n"), "a whole number"));
}

BOOST_AUTO_TEST_CASE(refuses_unknown_keys_unknown_sources_and_duplicate_ids) {
    BOOST_TEST(reports(problems_of_when("concept = [\"cold-fingers\"]\n"), "did you mean concepts?")
    );
    const auto whole = rule + "[[rule.when]]\nage_from = 60\n";
    BOOST_TEST(reports(problems_of(head + whole + whole), "duplicate id"));
    auto other = whole;
    other.replace(other.find("[\"A-1\"]"), 7, "[\"B-2\"]");
    BOOST_TEST(reports(problems_of(head + other), "B-2 is not in the source list"));
}

BOOST_AUTO_TEST_CASE(refuses_all_together_with_other_techniques) {
    auto text = rule + "[[rule.when]]\nage_from = 60\n";
    text.replace(text.find("[\"all\"]"), 7, "[\"all\", \"swedish\"]");
    BOOST_TEST(reports(problems_of(head + text), "\"all\" must be the only entry"));
}

BOOST_AUTO_TEST_CASE(refuses_a_file_without_rules) {
    BOOST_TEST(reports(problems_of(head), "add at least one [[rule]], enable or gate"));
    BOOST_TEST(reports(problems_of("[other]\n"), "[suggestion] is missing"));
    BOOST_TEST(problems_of(head + "enable = [\"blocks/heat-in-old-age\"]\n") == "");
}

BOOST_AUTO_TEST_CASE(enables_rules_that_a_file_names) {
    auto files = our_files();
    files.push_back({.id = "own", .enable = {"blocks/heat-in-old-age", "blocks/none-such"}});
    const auto unknown = switch_on(files);
    BOOST_TEST(join(unknown, "; ") == "own: enable: unknown rule blocks/none-such");
    const Facts old{.client = ClientId{1}, .age = 80};
    BOOST_TEST(match_rules(old, files, {"hot-stone"}).size() == 1U);
    BOOST_TEST(match_rules(old, our_files(), {"hot-stone"}).empty());
}

BOOST_AUTO_TEST_CASE(our_rules_without_a_source_are_disabled) {
    for (const auto& file : our_files()) {
        for (const auto& each : file.rules) {
            const bool supported = each.sources != std::vector<std::string>{"(k)"};
            BOOST_TEST(each.enabled == supported, each.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(our_gates_have_a_source) {
    for (const auto& file : our_files()) {
        BOOST_TEST(file.gate.empty(), file.id);
        for (const auto& each : file.rules) {
            const bool supported = each.sources != std::vector<std::string>{"(k)"};
            BOOST_TEST((each.gates.empty() || supported), each.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(only_a_stop_can_have_a_gate_and_only_for_its_techniques) {
    const auto when = "[[rule.when]]\nage_from = 60\n";
    auto caution = rule;
    caution.replace(caution.find("stop"), 4, "caution");
    BOOST_TEST(reports(
        problems_of(head + caution + "gate = [\"all\"]\n" + when), "only a rule of kind stop"
    ));
    auto one = rule;
    one.replace(one.find("[\"all\"]"), 7, "[\"swedish\"]");
    BOOST_TEST(reports(
        problems_of(head + one + "gate = [\"shiatsu\"]\n" + when), "the rule does not stop shiatsu"
    ));
    BOOST_TEST(problems_of(head + one + "gate = [\"swedish\"]\n" + when) == "");
    BOOST_TEST(problems_of(head + rule + "gate = [\"shiatsu\"]\n" + when) == "");
}

BOOST_AUTO_TEST_CASE(all_must_be_the_only_entry_of_a_gate) {
    const auto when = "[[rule.when]]\nage_from = 60\n";
    BOOST_TEST(reports(
        problems_of(head + rule + "gate = [\"all\", \"swedish\"]\n" + when),
        "gate: \"all\" must be the only entry"
    ));
}

BOOST_AUTO_TEST_CASE(refuses_work_on_an_unknown_region) {
    const auto problems =
        problems_of(head + rule + "work = [\"calfs\"]\n[[rule.when]]\nage_from = 60\n");
    BOOST_TEST(reports(problems, "work: invalid value calfs (did you mean calf?)"), problems);
}

BOOST_AUTO_TEST_CASE(gates_rules_that_a_file_names_and_reports_the_others) {
    auto files = our_files();
    files.push_back(
        {.id = "own", .gate = {"blocks/bone-stop", "blocks/bone-caution", "blocks/none-such"}}
    );
    const auto unknown = switch_on(files);
    BOOST_TEST(
        join(unknown, "; ") == "own: gate: blocks/bone-caution is not a rule of kind stop; own: "
                               "gate: blocks/none-such is not a rule of kind stop"
    );
    const Facts brittle{
        .client = ClientId{1}, .texts = {testing::entry("condition", "osteoporosis")}};
    BOOST_TEST(match_rules(brittle, files, {"deep-tissue"}).at(0).gates);
    BOOST_TEST(!match_rules(brittle, our_files(), {"deep-tissue"}).at(0).gates);
}

BOOST_AUTO_TEST_CASE(a_past_condition_closes_no_gate) {
    const Facts over{
        .client = ClientId{1},
        .texts = {testing::entry("condition", "venous-thrombosis", clients::ConceptState::past)}};
    BOOST_TEST(!match_rules(over, our_files(), {"swedish"}).at(0).gates);
}

BOOST_AUTO_TEST_CASE(our_rules_claim_no_review) {
    for (const auto& file : our_files()) {
        for (const auto& each : file.rules) {
            BOOST_TEST(!each.reviewed, each.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(our_rules_name_only_existing_techniques) {
    for (const auto& file : our_files()) {
        for (const auto& each : file.rules) {
            for (const auto& technique : each.techniques) {
                BOOST_TEST(
                    (soap::testing::our_book().find_technique(technique) != nullptr), technique
                );
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap::suggest
