// SPDX-License-Identifier: MIT
#include "note_practice.hpp"
#include "sign/obstacles.hpp"
#include "validate/missing_fields.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

namespace {

std::vector<Problem> problems_of(const std::string& text) {
    std::vector<Problem> problems;
    testing::body_of(text, problems);
    return problems;
}

const MissingField& find_missing(const std::vector<Problem>& problems, const std::string& path) {
    const auto found = std::find_if(problems.begin(), problems.end(), [&path](const auto& each) {
        return each.path == path && each.missing;
    });
    BOOST_REQUIRE_MESSAGE(found != problems.end(), "nothing is missing at " << path);
    return *found->missing;
}

std::vector<Obstacle> obstacles_of(const std::vector<Problem>& problems) {
    std::vector<Obstacle> obstacles;
    for (const auto& problem : problems) {
        obstacles.push_back({.problem = problem});
    }
    return obstacles;
}

Obstacle outside(const std::string& message, const std::string& command) {
    return {
        .kind = Obstacle::Kind::consent,
        .problem = {.path = "", .message = message},
        .remedy = "Record one",
        .command = command};
}

Note draft() {
    Note note;
    note.id = NoteId{1};
    return note;
}

const auto desk_worker = testing::note_text("note_desk_worker.toml");

} // namespace

BOOST_AUTO_TEST_SUITE(missing_fields_tests)

BOOST_AUTO_TEST_CASE(groups_missing_fields_by_their_place) {
    BOOST_TEST(
        ask_for_missing(problems_of(desk_worker)) ==
        "Before signing, add to Consent today: consent given; "
        "to Subjective: medication today or concerns today; "
        "to block 1 (deep tissue): skin afterwards, after-effects explained; "
        "to block 2 (myofascial release): restricted towards, hold time, release felt; "
        "to Assessment: progress or impression."
    );
}

BOOST_AUTO_TEST_CASE(asks_for_nothing_when_nothing_is_missing) {
    BOOST_TEST(ask_for_missing(problems_of(testing::note_text("note_whole.toml"))) == "");
    const Problem warning{.weight = Problem::Weight::warning, .path = "date", .message = "odd"};
    BOOST_TEST(ask_for_missing({warning}) == "");
}

BOOST_AUTO_TEST_CASE(keeps_one_group_for_a_place_that_comes_up_again) {
    const auto asked = ask_for_missing(problems_of("technique = [\"hot-stone\"]"));
    BOOST_TEST(asked.find("to the note: date") == std::string::npos); // its label is "began"
    BOOST_TEST(
        asked.starts_with("Before signing, add to the note: began, minutes, a block for hot stone;")
    );
    BOOST_TEST(
        asked.find("preferred pressure, location (or the region of a block)") != std::string::npos
    );
    BOOST_TEST(asked.find("to Subjective") == asked.rfind("to Subjective"));
}

BOOST_AUTO_TEST_CASE(names_few_fields_of_a_choice_and_the_first_of_many) {
    const auto problems = problems_of("technique = [\"swedish\"]");
    BOOST_TEST(
        find_missing(problems, "subjective.goal").label == "goal or to avoid or preferred pressure"
    );
    BOOST_TEST(
        find_missing(problems, "plan.next_visit").label == "next visit (or another of its fields)"
    );
}

BOOST_AUTO_TEST_CASE(says_how_a_missing_field_is_written) {
    const auto problems = problems_of(desk_worker);
    BOOST_TEST(
        find_missing(problems, "block[2].direction").needs ==
        "direction: In which direction is the tissue restricted? "
        "(one of cranial, caudal, medial, lateral, rotation)"
    );
    BOOST_TEST(
        find_missing(problems, "block[2].hold_seconds").needs ==
        "hold_seconds: How long was the load held? (a whole number from 1 to 1800 s)"
    );
    BOOST_TEST(
        find_missing(problems, "block[1].skin_after").needs ==
        "skin_after: Skin after the work? \"clear\", \"red\", \"bruise\" and where"
    );
}

BOOST_AUTO_TEST_CASE(quotes_a_label_that_has_a_comma) {
    const auto problems =
        problems_of("technique = [\"hot-stone\"]\n[[block]]\ntechnique = \"hot-stone\"\n");
    BOOST_TEST(
        find_missing(problems, "block[1].heat_feedback").label == "\"heat, in the client's words\""
    );
}

BOOST_AUTO_TEST_CASE(names_the_row_of_a_table) {
    const auto problems =
        problems_of("technique = [\"swedish\"]\n[[objective.finding]]\nregion = \"neck\"\n"
                    "[[objective.finding]]\ntone = \"high\"\n");
    const auto& missing = find_missing(problems, "objective.finding[2].region");
    BOOST_TEST(missing.place == "row 2 of findings by touch");
    BOOST_TEST(missing.label == "region");
}

BOOST_AUTO_TEST_CASE(no_refusal_shows_a_path) {
    auto obstacles = obstacles_of(problems_of("technique = [\"hot-stone\", \"swedish\"]\n"
                                              "[[block]]\ntechnique = \"hot-stone\"\n"
                                              "[[objective.finding]]\ntone = \"high\"\n"));
    obstacles.push_back(obstacles_of(
        {{.path = "block[1].layer",
          .place = {.group = "block 1", .field = "layer"},
          .message = "odd"}}
    )[0]);
    const auto refusal = make_refusal(draft(), obstacles);
    const std::string message = refusal.what();
    BOOST_TEST(message.find("block[") == std::string::npos);
    BOOST_TEST(message.find("subjective.") == std::string::npos);
    BOOST_TEST(message.find("Block 1, layer: odd") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refusal_lists_every_problem) {
    auto obstacles = obstacles_of(problems_of(desk_worker));
    obstacles.push_back(outside("N-0001 has no consent on record", "praxis consent record C-0001"));
    const auto refusal = make_refusal(draft(), obstacles);
    BOOST_TEST(refusal.hint() == "praxis note edit N-0001");
    BOOST_REQUIRE(refusal.problems().size() == obstacles.size());
    const auto& skin = refusal.problems()[2];
    BOOST_TEST(skin.field == "block 1 (deep tissue): skin afterwards");
    BOOST_TEST(skin.needs.starts_with("skin_after: Skin after the work?"));
    const auto& consent = refusal.problems().back();
    BOOST_TEST(consent.field == "");
    BOOST_TEST(
        consent.needs == "N-0001 has no consent on record. Record one: praxis consent record C-0001"
    );
}

BOOST_AUTO_TEST_CASE(a_refusal_has_one_line_for_each_thing) {
    auto obstacles = obstacles_of(problems_of(desk_worker));
    obstacles.push_back(outside("N-0001 has no consent on record", "praxis consent record C-0001"));
    const std::string message = make_refusal(draft(), obstacles).what();
    const auto lines = std::count(message.begin(), message.end(), '\n');
    BOOST_TEST(lines == static_cast<std::ptrdiff_t>(obstacles.size()));
    BOOST_TEST(message.ends_with("\n  N-0001 has no consent on record. Record one: "
                                 "praxis consent record C-0001"));
}

BOOST_AUTO_TEST_CASE(a_refusal_shows_the_only_command_once) {
    const std::vector<Obstacle> obstacles{
        outside("N-0001 has no consent on record", "praxis consent record C-0001")};
    const auto refusal = make_refusal(draft(), obstacles);
    BOOST_TEST(refusal.what() == "N-0001 has no consent on record");
    BOOST_TEST(refusal.hint() == "praxis consent record C-0001");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
