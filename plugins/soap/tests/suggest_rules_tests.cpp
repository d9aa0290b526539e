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

bool tells(const std::string& problems, std::string_view part) {
    return problems.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(suggest_rules_tests)

BOOST_AUTO_TEST_CASE(reads_what_a_file_says) {
    std::vector<Problem> problems;
    const auto file = read_rules(
        head + rule +
            "[[rule.when]]\nwords = [\"chilblains\"]\nin = [\"condition\"]\nage_from = 60\n",
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

BOOST_AUTO_TEST_CASE(takes_a_rule_as_not_reviewed_unless_it_says_so) {
    std::vector<Problem> problems;
    const auto file =
        read_rules(head + rule + "[[rule.when]]\nage_from = 60\n", "own.toml", problems);
    BOOST_TEST(!file.rules.front().reviewed);
}

BOOST_AUTO_TEST_CASE(names_line_and_column_of_what_is_wrong) {
    const auto problems = problems_of(head + "[[rule]]\nid = \"cold\"\n  kind = \"halt\"\n");
    BOOST_TEST(tells(problems, "own.toml line 7, column 3: rule cold: kind: there is no halt"));
    BOOST_TEST(tells(problems, "techniques is missing"));
    BOOST_TEST(tells(problems, "reason is missing"));
    BOOST_TEST(tells(problems, "source is missing"));
    BOOST_TEST(tells(problems, "at least one [[rule.when]] is needed"));
}

BOOST_AUTO_TEST_CASE(refuses_a_condition_that_would_hold_for_everybody) {
    BOOST_TEST(tells(problems_of_when(""), "it names nothing that must hold"));
    BOOST_TEST(tells(problems_of_when("causes = []\n"), "causes is missing"));
    BOOST_TEST(tells(problems_of_when("words = []\nin = [\"condition\"]\n"), "words is missing"));
    BOOST_TEST(tells(problems_of_when("in = [\"condition\"]\n"), "words is missing"));
}

BOOST_AUTO_TEST_CASE(refuses_words_without_a_place_to_look) {
    BOOST_TEST(tells(problems_of_when("words = [\"cold\"]\n"), "in is missing"));
    BOOST_TEST(tells(
        problems_of_when("words = [\"cold\"]\nin = [\"conditions\"]\n"), "did you mean condition?"
    ));
}

BOOST_AUTO_TEST_CASE(refuses_causes_and_regions_that_are_none) {
    BOOST_TEST(tells(problems_of_when("causes = [\"postur\"]\n"), "did you mean posture?"));
    BOOST_TEST(tells(problems_of_when("regions = [\"low-back\"]\n"), "there is no low-back"));
}

BOOST_AUTO_TEST_CASE(refuses_numbers_out_of_range) {
    BOOST_TEST(tells(problems_of_when("pain_from = 11\n"), "a whole number from 0 to 10"));
    BOOST_TEST(tells(problems_of_when("age_below = -1\n"), "a whole number from 0 to 150"));
    BOOST_TEST(tells(problems_of_when("onset_days_up_to = 2.5\n"), "a whole number"));
}

BOOST_AUTO_TEST_CASE(refuses_unknown_keys_sources_and_ids_twice) {
    BOOST_TEST(tells(problems_of_when("word = [\"cold\"]\n"), "did you mean words?"));
    const auto whole = rule + "[[rule.when]]\nage_from = 60\n";
    BOOST_TEST(tells(problems_of(head + whole + whole), "the id stands there twice"));
    auto other = whole;
    other.replace(other.find("[\"A-1\"]"), 7, "[\"B-2\"]");
    BOOST_TEST(tells(problems_of(head + other), "there is no B-2 among the sources"));
}

BOOST_AUTO_TEST_CASE(refuses_all_beside_other_techniques) {
    auto text = rule + "[[rule.when]]\nage_from = 60\n";
    text.replace(text.find("[\"all\"]"), 7, "[\"all\", \"swedish\"]");
    BOOST_TEST(tells(problems_of(head + text), "\"all\" stands alone"));
}

BOOST_AUTO_TEST_CASE(refuses_a_file_that_says_nothing) {
    BOOST_TEST(
        tells(problems_of(head), "at least one [[rule]], [[qualifier]], enable or gate is needed")
    );
    BOOST_TEST(tells(problems_of("[other]\n"), "[suggestion] is missing"));
    BOOST_TEST(problems_of(head + "enable = [\"blocks/heat-in-old-age\"]\n") == "");
}

BOOST_AUTO_TEST_CASE(refuses_a_qualifier_that_means_nothing_known) {
    const auto problems = problems_of(
        head +
        "[[qualifier]]\nmeans = \"absent\"\nbefore = [\"kein\"]\nothers = -1\nbehind = \"x\"\n"
    );
    BOOST_TEST(tells(problems, "qualifier 1: means: there is no absent"));
    BOOST_TEST(tells(problems, "qualifier 1: others: a whole number from 0 to 5 was expected"));
    BOOST_TEST(tells(problems, "there is no key behind here"));
    BOOST_TEST(problems_of(head + "[[qualifier]]\nmeans = \"denied\"\nbefore = \"kein\"\n") == "");
}

BOOST_AUTO_TEST_CASE(takes_denials_of_another_language) {
    auto files = our_files();
    files.push_back({.id = "own", .qualifiers = {{.means = Standing::denied, .before = {"keine"}}}}
    );
    const Facts denied{
        .client = ClientId{1}, .words = {{.list = "condition", .text = "keine Embolism"}}};
    BOOST_TEST((hold_rules_against(denied, files, {"swedish"}).at(0).verdict == Verdict::caution));
    BOOST_TEST((hold_rules_against(denied, our_files(), {"swedish"}).at(0).verdict == Verdict::stop)
    );
}

BOOST_AUTO_TEST_CASE(switches_on_what_a_file_asks_for) {
    auto files = our_files();
    files.push_back({.id = "own", .enable = {"blocks/heat-in-old-age", "blocks/none-such"}});
    const auto unknown = switch_on(files);
    BOOST_TEST(join(unknown, "; ") == "own: enable: there is no rule blocks/none-such");
    const Facts old{.client = ClientId{1}, .age = 80};
    BOOST_TEST(hold_rules_against(old, files, {"hot-stone"}).size() == 1U);
    BOOST_TEST(hold_rules_against(old, our_files(), {"hot-stone"}).empty());
}

BOOST_AUTO_TEST_CASE(has_no_rule_of_ours_on_that_no_source_supports) {
    for (const auto& file : our_files()) {
        for (const auto& each : file.rules) {
            const bool supported = each.sources != std::vector<std::string>{"(k)"};
            BOOST_TEST(each.enabled == supported, each.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(closes_no_gate_that_no_source_supports) {
    for (const auto& file : our_files()) {
        BOOST_TEST(file.gate.empty(), file.id);
        for (const auto& each : file.rules) {
            const bool supported = each.sources != std::vector<std::string>{"(k)"};
            BOOST_TEST((each.gates.empty() || supported), each.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(has_a_gate_for_stops_and_what_they_stop_alone) {
    const auto when = "[[rule.when]]\nage_from = 60\n";
    auto caution = rule;
    caution.replace(caution.find("stop"), 4, "caution");
    BOOST_TEST(tells(problems_of(head + caution + "gate = [\"all\"]\n" + when), "only a stop"));
    auto one = rule;
    one.replace(one.find("[\"all\"]"), 7, "[\"swedish\"]");
    BOOST_TEST(tells(
        problems_of(head + one + "gate = [\"shiatsu\"]\n" + when), "the rule does not stop shiatsu"
    ));
    BOOST_TEST(problems_of(head + one + "gate = [\"swedish\"]\n" + when) == "");
    BOOST_TEST(problems_of(head + rule + "gate = [\"shiatsu\"]\n" + when) == "");
}

BOOST_AUTO_TEST_CASE(has_all_alone_in_a_gate) {
    const auto when = "[[rule.when]]\nage_from = 60\n";
    BOOST_TEST(tells(
        problems_of(head + rule + "gate = [\"all\", \"swedish\"]\n" + when),
        "gate: \"all\" stands alone"
    ));
}

BOOST_AUTO_TEST_CASE(refuses_work_on_what_is_no_region) {
    const auto problems =
        problems_of(head + rule + "work = [\"calfs\"]\n[[rule.when]]\nage_from = 60\n");
    BOOST_TEST(tells(problems, "work: there is no calfs (did you mean calf?)"), problems);
}

BOOST_AUTO_TEST_CASE(gates_what_a_file_asks_for_and_names_what_cannot) {
    auto files = our_files();
    files.push_back(
        {.id = "own", .gate = {"blocks/bone-stop", "blocks/bone-caution", "blocks/none-such"}}
    );
    const auto unknown = switch_on(files);
    BOOST_TEST(
        join(unknown, "; ") == "own: gate: there is no rule blocks/bone-caution that stops; "
                               "own: gate: there is no rule blocks/none-such that stops"
    );
    const Facts brittle{
        .client = ClientId{1}, .words = {{.list = "condition", .text = "osteoporosis"}}};
    BOOST_TEST(hold_rules_against(brittle, files, {"deep-tissue"}).at(0).gates);
    BOOST_TEST(!hold_rules_against(brittle, our_files(), {"deep-tissue"}).at(0).gates);
}

BOOST_AUTO_TEST_CASE(gates_nothing_for_what_is_over) {
    const Facts over{
        .client = ClientId{1},
        .words = {{.list = "condition", .text = "thrombosis", .past = true}}};
    BOOST_TEST(!hold_rules_against(over, our_files(), {"swedish"}).at(0).gates);
}

BOOST_AUTO_TEST_CASE(claims_no_review_that_nobody_made) {
    for (const auto& file : our_files()) {
        for (const auto& each : file.rules) {
            BOOST_TEST(!each.reviewed, each.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(names_only_techniques_that_there_are) {
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
