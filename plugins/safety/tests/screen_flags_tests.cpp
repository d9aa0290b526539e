// SPDX-License-Identifier: MIT
#include "screen/due.hpp"
#include "screen/left_out.hpp"
#include "screen_book.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <map>

namespace praxis::safety {

using namespace testing;

namespace {

Circumstances aged(int years) {
    return {.least_age = years, .greatest_age = years};
}

Circumstances with_episode(Episode episode) {
    return {.episodes = {std::move(episode)}};
}

Circumstances knowing(std::vector<std::string> concepts, std::vector<std::string> past = {}) {
    return {.concepts = std::move(concepts), .past_concepts = std::move(past)};
}

ContributedFile own_file(const std::string& text) {
    return {"own", "own", "own.toml", text};
}

/// What is wrong with a file beside ours; empty when nothing is.
std::string mistake_in(const std::string& text) {
    auto files = our_screen_files();
    files.push_back(own_file(text));
    try {
        read_screen_book(files);
    } catch (const PluginError& error) {
        return error.what();
    }
    return {};
}

const std::string own_head = "[screen]\nid = \"own\"\nname = \"Own\"\nsource = [\"A-1: course\"]\n";

} // namespace

BOOST_AUTO_TEST_SUITE(screen_flags_tests)

/// Every question: yes gives its class, no and not known give nothing.
BOOST_AUTO_TEST_CASE(each_question_fires_with_yes_and_not_with_no) {
    const std::map<std::string, std::string> expected{
        {"urine", "emergency"},      {"saddle", "emergency"},
        {"bowel", "emergency"},      {"both-legs", "emergency"},
        {"weakness", "emergency"},   {"pulse", "emergency"},
        {"headache", "gp-referral"}, {"calf", "emergency"},
        {"crash", "same-day"},       {"strain", "same-day"},
        {"gait", "same-day"},        {"fever", "same-day"},
        {"infection", "same-day"},   {"defences", ""},
        {"cancer", "urgent"},        {"weight", "urgent"},
        {"night", "urgent"},         {"steady", ""},
        {"bones", "urgent"},         {"no-better", "gp-referral"},
        {"unwell", "gp-referral"},   {"thinner", "record"},
        {"low", "gp-referral"},      {"worry", "gp-referral"}};
    const auto ids = our_screen().question_ids();
    BOOST_TEST(ids.size() == expected.size());
    for (const auto& id : ids) {
        const auto& action = expected.at(id);
        BOOST_TEST(counting({answer_to(id)}) == (action.empty() ? "" : id + " " + action), id);
        BOOST_TEST(counting({answer_to(id, Answer::no)}) == "", id);
        BOOST_TEST(counting({answer_to(id, Answer::unknown)}) == "", id);
    }
}

BOOST_AUTO_TEST_CASE(every_flag_has_a_citation_or_is_off) {
    for (const auto& section : our_screen().sections) {
        for (const auto& flag : section.flags) {
            BOOST_TEST(flag.enabled == !flag.citations.empty(), flag.id);
        }
    }
    for (const auto* id : {"chest", "morning", "neck-artery"}) {
        BOOST_TEST((our_screen().find_question(id) == nullptr), id);
        BOOST_TEST(counting({answer_to(id)}) == "");
    }
}

BOOST_AUTO_TEST_CASE(a_heavy_lift_counts_from_fifty_years_or_with_weak_bones) {
    BOOST_TEST(counting({answer_to("strain")}, aged(51)) == "strain same-day");
    BOOST_TEST(counting({answer_to("strain")}, aged(50)) == "");
    BOOST_TEST(counting({answer_to("strain")}) == "strain same-day"); // the age is not known
    auto young = aged(30);
    young.concepts = {"osteoporosis"};
    BOOST_TEST(counting({answer_to("strain")}, young) == "strain same-day, bone-loss urgent");
    BOOST_TEST(
        counting({answer_to("strain"), answer_to("bones")}, aged(30)) ==
        "strain same-day, bones urgent"
    );
}

BOOST_AUTO_TEST_CASE(weak_defences_and_steady_pain_count_beside_another_flag) {
    BOOST_TEST(
        counting({answer_to("fever"), answer_to("defences")}) == "fever same-day, defences same-day"
    );
    BOOST_TEST(counting({answer_to("defences"), answer_to("steady")}) == "");
    BOOST_TEST(
        counting({answer_to("night"), answer_to("steady")}) == "night urgent, steady urgent"
    );
    BOOST_TEST(counting({answer_to("low"), answer_to("steady")}) == "low gp-referral");
}

/// The flags of the record: each with a record that has it, and one that does not.
BOOST_AUTO_TEST_CASE(each_flag_of_the_record_fires_and_does_not) {
    auto old = aged(71);
    BOOST_TEST(counting({}, old) == "");
    BOOST_TEST(counting({answer_to("weight")}, old) == "weight urgent, old-bones urgent");
    BOOST_TEST(counting({answer_to("weight")}, aged(70)) == "weight urgent");

    BOOST_TEST(counting({}, knowing({"osteoporosis"})) == "bone-loss urgent");
    BOOST_TEST(counting({}, knowing({"steroid-tablets"})) == "bone-loss urgent");
    BOOST_TEST(counting({}, knowing({"asthma"})) == "");
    BOOST_TEST(counting({answer_to("bones")}, knowing({"osteoporosis"})) == "bones urgent");
    BOOST_TEST(counting({}, knowing({}, {"osteoporosis"})) == "");

    BOOST_TEST(counting({}, knowing({}, {"cancer"})) == "cancer-on-record urgent");
    BOOST_TEST(counting({answer_to("cancer")}, knowing({"cancer"})) == "cancer urgent");

    auto recent = with_episode({.onset_days = 20});
    recent.least_age = recent.greatest_age = 19;
    BOOST_TEST(counting({answer_to("night")}, recent) == "night urgent, new-pain-age urgent");
    recent.least_age = recent.greatest_age = 20;
    BOOST_TEST(counting({answer_to("night")}, recent) == "night urgent");
    recent.least_age = recent.greatest_age = 51;
    BOOST_TEST(counting({answer_to("night")}, recent) == "night urgent, new-pain-age urgent");
    recent.episodes.front().onset_days = 92;
    BOOST_TEST(counting({answer_to("night")}, recent) == "night urgent");
    BOOST_TEST(counting({}, recent) == "");
}

BOOST_AUTO_TEST_CASE(an_injury_offers_a_referral_at_first_and_after_two_weeks_without_diagnosis) {
    const auto injured = [](int days, bool undiagnosed = true) {
        return counting(
            {}, with_episode({.onset_days = days, .causes = {"injury"}, .undiagnosed = undiagnosed})
        );
    };
    BOOST_TEST(injured(0) == "fresh-injury gp-referral");
    BOOST_TEST(injured(3) == "fresh-injury gp-referral");
    BOOST_TEST(injured(4) == "");
    BOOST_TEST(injured(13) == "");
    BOOST_TEST(injured(14) == "injury-undiagnosed gp-referral");
    BOOST_TEST(injured(14, false) == "");
    BOOST_TEST(counting({}, with_episode({.onset_days = 2, .causes = {"posture"}})) == "");
    BOOST_TEST(counting({}, with_episode({.causes = {"injury"}})) == ""); // no onset on record
}

BOOST_AUTO_TEST_CASE(the_most_urgent_flag_is_first_and_decides) {
    const auto findings =
        find_flags(our_screen(), {answer_to("low"), answer_to("cancer"), answer_to("urine")}, {});
    BOOST_TEST(findings.front().id == "urine");
    BOOST_TEST((urgency_of(findings) == Action::emergency));
    BOOST_TEST(!urgency_of(find_flags(our_screen(), {answer_to("thinner")}, {})));
}

BOOST_AUTO_TEST_CASE(asks_what_belongs_to_the_region) {
    const auto has = [](const std::vector<std::string>& regions, const std::string& id) {
        for (const auto* question : questions_for(our_screen(), regions)) {
            if (question->id == id) {
                return true;
            }
        }
        return false;
    };
    BOOST_TEST(has({"lower-back"}, "saddle"));
    BOOST_TEST(!has({"lower-back"}, "headache"));
    BOOST_TEST(has({"neck"}, "headache"));
    BOOST_TEST(!has({"neck"}, "saddle"));
    BOOST_TEST(has({"neck", "glute"}, "saddle"));
    BOOST_TEST(has({"elbow"}, "fever"));
    BOOST_TEST(!has({"elbow"}, "saddle"));
    BOOST_TEST(has({}, "saddle"));
    BOOST_TEST(has({"full-body"}, "headache"));
}

BOOST_AUTO_TEST_CASE(a_file_of_another_plugin_adds_questions_and_switches_some_on) {
    auto files = our_screen_files();
    files.push_back(own_file(
        "[screen]\nid = \"own\"\nname = \"Own\"\nsource = [\"A-1: course\"]\nenable = [\"chest\"]\n"
        "[[question]]\nid = \"bite\"\nlabel = \"tick bite\"\nask = \"A tick bite?\"\n"
        "why = \"so\"\naction = \"gp-referral\"\nsource = [\"A-1\"]\n"
    ));
    const auto book = read_screen_book(files);
    BOOST_TEST((book.find_question("bite") != nullptr));
    BOOST_TEST((book.find_question("chest") != nullptr));
    BOOST_TEST((book.find_question("morning") == nullptr));
}

BOOST_AUTO_TEST_CASE(refuses_a_file_that_it_cannot_trust) {
    const std::string question = own_head + "[[question]]\nid = \"bite\"\nlabel = \"bite\"\n"
                                            "ask = \"A bite?\"\nwhy = \"so\"\n";
    BOOST_TEST(
        mistake_in(question + "action = \"urgent\"\nsource = [\"(k)\"]\n") ==
        "own.toml:5: question bite: enabled: no source supports bite, so it must be false"
    );
    BOOST_TEST(
        mistake_in(question + "action = \"urgent\"\nsource = [\"A-2\"]\n") ==
        "own.toml:11: question bite: source: A-2 is not in the source list at the top of the file; "
        "\"(k)\" marks common knowledge"
    );
    BOOST_TEST(
        mistake_in(question + "action = \"soon\"\nsource = [\"A-1\"]\n") ==
        "own.toml:10: question bite: action: invalid value soon, choose from record, gp-referral, "
        "urgent, "
        "same-day, emergency"
    );
    BOOST_TEST(
        mistake_in(question + "action = \"urgent\"\nsource = [\"A-1\"]\nalne = false\n") ==
        "own.toml:12: question bite: unknown key alne: did you mean alone?"
    );
    BOOST_TEST(
        mistake_in(
            own_head + "[[record]]\nid = \"x\"\nlabel = \"x\"\naction = \"urgent\"\n"
                       "source = [\"A-1\"]\n"
        ) == "own.toml:5: record x: when: missing: the flag would be in every record"
    );
    BOOST_TEST(mistake_in(
                   own_head + "[[question]]\nid = \"urine\"\nlabel = \"u\"\nask = \"u?\"\n"
                              "why = \"so\"\naction = \"urgent\"\nsource = [\"A-1\"]\n"
    )
                   .starts_with("two red flags have the id urine"));
}

BOOST_AUTO_TEST_CASE(a_list_goes_on_without_a_file_that_cannot_be_read) {
    auto files = our_screen_files();
    for (auto& file : files) {
        file.text = file.name == "back" ? "[screen\n" : file.text;
    }
    files.push_back(own_file(own_head + "[[question]]\nid = \"x\"\n"));
    BOOST_CHECK_THROW(read_screen_book(files), PluginError);
    LeftOut left_out;
    const auto book = read_readable_screen_book(files, left_out);
    BOOST_TEST(left_out.reasons().size() == 2U);
    BOOST_TEST(left_out.reasons().at(0).starts_with("back.toml"), left_out.reasons().at(0));
    BOOST_TEST(left_out.reasons().at(1).starts_with("own.toml:5: "), left_out.reasons().at(1));
    BOOST_TEST((book.find_question("urine") == nullptr)); // of the back
    BOOST_TEST((book.find_question("fever") != nullptr));
    BOOST_TEST(book.sections.size() == files.size() - 2); // nothing of a file that is left out
}

BOOST_AUTO_TEST_CASE(a_stop_stays_one_while_the_classes_of_action_cannot_be_read) {
    auto files = our_screen_files();
    for (auto& file : files) {
        file.text = file.name == "screen" ? "[screen\n" : file.text;
    }
    LeftOut left_out;
    const auto book = read_readable_screen_book(files, left_out);
    BOOST_TEST(!left_out.reasons().empty());
    BOOST_TEST(book.facts(Action::emergency).name == "emergency");
    BOOST_TEST(!book.facts(Action::emergency).treat);
    BOOST_TEST(!book.facts(Action::same_day).treat);
    BOOST_TEST(book.facts(Action::urgent).treat);
}

BOOST_AUTO_TEST_CASE(a_file_adds_the_words_for_a_fall_of_its_language) {
    auto files = our_screen_files();
    files.push_back(
        own_file(own_head + "[fall]\nwords = [\"gestürzt\"]\nexcept = [\"nicht gestürzt\"]\n")
    );
    const auto due = read_screen_book(files).due;
    BOOST_TEST(tells_of_fall(due, "Sie ist am Montag gestürzt."));
    BOOST_TEST(!tells_of_fall(due, "nicht gestürzt"));
    BOOST_TEST(tells_of_fall(due, "fell on the stairs"));
    BOOST_TEST(!tells_of_fall(our_screen().due, "Sie ist am Montag gestürzt."));
}

BOOST_AUTO_TEST_CASE(says_when_the_files_of_the_plugin_are_missing) {
    BOOST_CHECK_THROW(read_screen_book({}), PluginError);
}

BOOST_AUTO_TEST_CASE(the_classes_of_action_and_the_due_rule_are_ours_alone) {
    for (const auto* table : {"[action.emergency]\nname = \"later\"\ntreat = true\n", "[due]\n"}) {
        const auto mistake = mistake_in(own_head + table);
        BOOST_TEST(mistake.find("only the plugin 'safety'") != std::string::npos, mistake);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::safety
