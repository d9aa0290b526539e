// SPDX-License-Identifier: MIT
#include "our_files.hpp"
#include "score.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::outcomes {

using namespace testing;

namespace {

/// A complaint that the instrument is made for.
Subject fitting(const Instrument& instrument) {
    const auto& regions = instrument.only_for.regions;
    return {.region = regions.empty() ? "" : regions.front(), .phase = ""};
}

double score(const std::string& id, const TypedAnswers& typed) {
    return score_answers(ours(id), typed).score;
}

std::string refusal(const std::string& id, const TypedAnswers& typed) {
    return message_of([&] { score_answers(ours(id), typed); });
}

TypedAnswers activities(std::vector<std::string> list) {
    return {.score = {}, .activities = std::move(list), .items = {}, .ticked = {}, .parts = {}};
}

TypedAnswers items(std::string text) {
    return {.score = {}, .activities = {}, .items = std::move(text), .ticked = {}, .parts = {}};
}

TypedAnswers ticked(std::string text) {
    return {.score = {}, .activities = {}, .items = {}, .ticked = std::move(text), .parts = {}};
}

TypedAnswers with_parts(std::optional<double> total, std::vector<std::string> parts) {
    return {.score = total, .activities = {}, .items = {}, .ticked = {}, .parts = std::move(parts)};
}

TypedAnswers total(double value) {
    return with_parts(value, {});
}

} // namespace

BOOST_AUTO_TEST_SUITE(score_tests)

BOOST_AUTO_TEST_CASE(takes_a_score_in_its_range) {
    BOOST_TEST(score("nprs", total(6)) == 6);
    BOOST_TEST(score("nprs", total(0)) == 0);
    BOOST_TEST(score("odi", total(42.5)) == 42.5);
    BOOST_TEST(refusal("nprs", total(11)) == "the score of nprs: 11 is not from 0 to 10");
    BOOST_TEST(refusal("nprs", total(6.5)) == "the score of nprs: 6.5 is not a whole number");
    BOOST_TEST(refusal("nprs", {}) == "no score of nprs is given");
    BOOST_TEST(score("global-change", total(-3)) == -3);
}

/// One case for each instrument: both ends of its range, and beyond them.
BOOST_AUTO_TEST_CASE(every_instrument_takes_its_range_and_nothing_beyond) {
    for (const auto& instrument : our_instruments()) {
        BOOST_TEST_CONTEXT(instrument.id) {
            for (const auto value : {instrument.lowest, instrument.highest}) {
                BOOST_TEST(score_answers(instrument, total(value)).score == value);
            }
            for (const auto value : {instrument.lowest - 1, instrument.highest + 1}) {
                const auto said = message_of([&] { score_answers(instrument, total(value)); });
                BOOST_TEST(said.find("is not from") != std::string::npos);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(takes_the_mean_of_three_to_five_activities) {
    const auto psfs = score_answers(ours("psfs"), activities({"sleep=4", "sit = 3", "a=b=2"}));
    BOOST_TEST(psfs.score == 3);
    BOOST_TEST(psfs.given.activities.size() == 3U);
    BOOST_TEST(psfs.given.activities.back().name == "a=b");
    BOOST_TEST(
        refusal("psfs", activities({"sleep=4", "sit=3"})) ==
        "psfs needs at least 3 activities for a score, and 2 are given"
    );
    BOOST_TEST(
        refusal("psfs", activities({"a=1", "b=1", "c=1", "d=1", "e=1", "f=1"})) ==
        "psfs takes at most 5 activities"
    );
    BOOST_TEST(
        refusal("psfs", activities({"a=1", "A=2", "c=1"})) == "the activity 'A' is given twice"
    );
    BOOST_TEST(
        refusal("psfs", activities({"sleep"})).find("no name or no number") != std::string::npos
    );
    BOOST_TEST(refusal("psfs", activities({"a=11", "b=1", "c=1"})) == "a: 11 is not from 0 to 10");
}

BOOST_AUTO_TEST_CASE(counts_ticked_statements) {
    BOOST_TEST(score("rmdq", ticked("1,4, 9")) == 3);
    BOOST_TEST(score("rmdq", ticked("none")) == 0);
    BOOST_TEST(refusal("rmdq", ticked("25")) == "--ticked: 25 is not from 1 to 24");
    BOOST_TEST(refusal("rmdq", ticked("4 4")) == "--ticked: 4 is given twice");
}

BOOST_AUTO_TEST_CASE(leaves_a_missed_section_out_of_the_percentage) {
    BOOST_TEST(score("odi", items("1 1 1 1 1 1 1 1 1 1")) == 20);
    BOOST_TEST(score("odi", items("1 1 1 1 1 1 1 1 1 -")) == 20);
    BOOST_TEST(
        refusal("odi", items("1 1 1 1 1 1 1 - - -")) ==
        "odi needs at least 8 answers for a score, and 7 are given"
    );
    BOOST_TEST(refusal("odi", items("1 2")) == "odi has 10 questions, and 2 answers are given");
    BOOST_TEST(refusal("odi", items("6 1 1 1 1 1 1 1 1 1")) == "answer 1: 6 is not from 0 to 5");
}

BOOST_AUTO_TEST_CASE(fills_a_missed_section_with_the_mean_of_the_others) {
    BOOST_TEST(score("ndi", items("2 2 2 2 2 2 2 2 2 -")) == 20);
    BOOST_TEST(score("ndi", items("2 2 2 2 2 2 2 2 2 2")) == 20);
}

BOOST_AUTO_TEST_CASE(a_score_beside_its_answers_must_agree) {
    auto typed = items("4 5 6");
    typed.score = 5;
    BOOST_TEST(score("peg", typed) == 5);
    typed.score = 6;
    BOOST_TEST(refusal("peg", typed) == "the answers give 5, not the score 6");
}

BOOST_AUTO_TEST_CASE(sums_the_parts_where_the_instrument_says_so) {
    BOOST_TEST(score("phq4", with_parts({}, {"worry=2", "low-mood=1"})) == 3);
    BOOST_TEST(refusal("phq4", with_parts({}, {"worry=2"})) == "no score of phq4 is given");
    BOOST_TEST(
        refusal("phq4", with_parts(5, {"worry=2", "low mood=1"})) ==
        "the answers give 3, not the score 5"
    );
    BOOST_TEST(refusal("nprs", with_parts(3, {"worry=2"})) == "nprs takes no --part");
}

BOOST_AUTO_TEST_CASE(refuses_a_part_that_the_score_has_no_room_for) {
    const auto back = [](double total, const std::string& distress) {
        return refusal("start-back", with_parts(total, {"distress=" + distress}));
    };
    BOOST_TEST(
        back(2, "4") == "a score of 2 with distress 4 is not possible: the other answers would "
                        "give -2, and they can give 0 to 4"
    );
    BOOST_TEST(back(9, "4").starts_with("a score of 9 with distress 4 is not possible"));
    BOOST_TEST(back(9, "6") == "distress: 6 is not from 0 to 5");
    for (int total = 0; total <= 9; ++total) {
        for (int distress = 0; distress <= 5; ++distress) {
            const int others = total - distress; // of the other four questions
            const bool possible = others >= 0 && others <= 4;
            BOOST_TEST_CONTEXT(total << " with " << distress) {
                BOOST_TEST(back(total, std::to_string(distress)).empty() == possible);
            }
        }
    }
    BOOST_TEST(refusal("start-back", total(2)) == ""); // without the part
}

BOOST_AUTO_TEST_CASE(says_what_the_source_says_about_a_score) {
    const auto said = [](const std::string& id, double value, std::vector<NamedNumber> parts = {}) {
        return join(meanings_of(ours(id), value, parts, fitting(ours(id))), "; ");
    };
    BOOST_TEST(said("start-back", 3, {{"distress", 1}}) == "low risk of a long course");
    BOOST_TEST(said("start-back", 4, {{"distress", 3}}).starts_with("medium risk"));
    BOOST_TEST(said("start-back", 7).ends_with("high risk when the part distress is 4 or 5"));
    BOOST_TEST(said("start-back", 8) == "high risk of a long course");
    BOOST_TEST(said("start-back", 6, {{"distress", 4}}) == "high risk of a long course");
    BOOST_TEST(said("start-back", 3) == "low risk of a long course");
    BOOST_TEST(said("ndi", 14) == "mild");
    BOOST_TEST(said("ndi", 15) == "moderate");
    BOOST_TEST(said("ndi", 14.4) == "mild");
    BOOST_TEST(said("nprs", 9) == "");
    BOOST_TEST(meanings_of(ours("ndi"), 14, {}, {.region = "lower-back", .phase = ""}).empty());
}

BOOST_AUTO_TEST_CASE(a_mood_score_gets_no_name_and_suggests_a_talk) {
    const auto phq4 = ours("phq4");
    const auto said = meanings_of(phq4, 7, {{"worry", 4}, {"low-mood", 3}}, {});
    BOOST_TEST(said.size() == 1U); // the same suggestion once
    BOOST_TEST(said.front().find("like to talk to their doctor") != std::string::npos);
    BOOST_TEST(meanings_of(phq4, 4, {{"worry", 2}, {"low-mood", 2}}, {}).empty());
}

BOOST_AUTO_TEST_CASE(answers_survive_storage) {
    const Given given{
        .activities = {{"sleep", 4}},
        .items = {3, std::nullopt, 1},
        .ticked = std::vector<int>{1, 9},
        .parts = {{"distress", 4}}};
    const auto again = given_from(parse_json(to_canonical_json(to_value(given)), "test"));
    BOOST_TEST((again.activities == given.activities));
    BOOST_TEST((again.items == given.items));
    BOOST_TEST((again.ticked == given.ticked));
    BOOST_TEST((again.parts == given.parts));
    BOOST_TEST(to_value(Given{}).is_null());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
