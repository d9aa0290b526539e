// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"
#include "note/note_header.hpp"
#include "note_practice.hpp"

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace praxis::soap {

namespace {

Value parse(const std::string& text) {
    return parse_toml(text, "note.toml");
}

const Value whole = parse(R"(
technique = ["deep-tissue", "swedish"]
date = "2026-11-19 14:30"
minutes = 60
complaint = "CO-0002"
late = "ill for two weeks"
[consent]
given = true
[subjective]
pain_now = 6
stress = 7
complaint = "dull ache"
[objective]
[[objective.finding]]
region = "glute"
[[objective.finding]]
region = "lower-back"
[assessment]
pain_after = 4
stress_after = 3
response = "softer"
[[block]]
technique = "deep-tissue"
region = "lower-back"
side = "both"
minutes = 40
text = "slow strokes"
pressure = 3
[[block]]
technique = "swedish"
[[block]]
technique = "deep-tissue"
region = "lower-back"
side = "left"
)");

/// Bodies that no command stores, but that somebody may write into the database.
const std::vector<Value> damaged{
    Value{},
    Value{"a text"},
    Value{Value::Array{Value{1}, Value{}}},
    Value{Value::Object{{"block", "none"}, {"consent", true}, {"technique", 7}, {"minutes", "x"}}},
    Value{Value::Object{{"block", Value::Array{Value{}, Value{"swedish"}}}}},
    Value{Value::Object{
        {"objective", Value::Object{{"finding", "sore"}}},
        {"consent", Value::Object{{"given", "yes"}}},
        {"subjective", Value::Array{}},
        {"date", "32 May"}}}};

} // namespace

BOOST_AUTO_TEST_SUITE(note_body_tests)

BOOST_AUTO_TEST_CASE(reads_the_keys_of_the_session) {
    const NoteBody body{whole};
    BOOST_REQUIRE(body.began());
    BOOST_TEST(body.began()->str() == "2026-11-19 14:30");
    BOOST_TEST(body.techniques() == (std::vector<std::string>{"deep-tissue", "swedish"}));
    BOOST_TEST((body.complaint() == ComplaintId{2}));
    BOOST_TEST((body.minutes() == Minutes{60}));
    BOOST_TEST(body.late() == "ill for two weeks");
}

BOOST_AUTO_TEST_CASE(reads_the_parts) {
    const NoteBody body{whole};
    BOOST_TEST((body.consent_given() == std::optional{true}));
    BOOST_TEST((body.pain_before() == 6));
    BOOST_TEST((body.pain_after() == 4));
    BOOST_TEST(body.subjective("complaint")->as_text() == "dull ache");
    BOOST_TEST(body.assessment("response")->as_text() == "softer");
    BOOST_TEST(body.assessment("adverse") == nullptr);
    BOOST_TEST(body.part("plan") == nullptr);
    BOOST_TEST((body.stress_before() == 7));
    BOOST_TEST((body.stress_after() == 3));
    BOOST_TEST(!body.next_visit());
    BOOST_REQUIRE(body.findings().size() == 2);
    BOOST_TEST(body.findings()[1].text_at("region") == "lower-back");
    BOOST_TEST(body.objective_rows("rom").empty());
}

BOOST_AUTO_TEST_CASE(reads_the_blocks_with_their_numbers) {
    const auto blocks = NoteBody{whole}.blocks();
    BOOST_REQUIRE(blocks.size() == 3);
    BOOST_TEST(blocks[0].number() == 1);
    BOOST_TEST(blocks[0].path() == "block[1]");
    BOOST_TEST(blocks[0].technique() == "deep-tissue");
    BOOST_TEST(blocks[0].place() == "lower back, both sides");
    BOOST_TEST((blocks[0].minutes() == Minutes{40}));
    BOOST_TEST(blocks[0].text() == "slow strokes");
    BOOST_TEST(blocks[0].field("pressure")->as_integer() == 3);
    BOOST_TEST(blocks[1].path() == "block[2]");
    BOOST_TEST(blocks[1].place() == "");
    BOOST_TEST(!blocks[1].minutes());
    BOOST_TEST(blocks[1].field("pressure") == nullptr);
}

BOOST_AUTO_TEST_CASE(asks_for_consent_to_each_treatment_once) {
    const std::vector<Treatment> expected{{"deep-tissue", "lower-back"}, {"swedish", ""}};
    BOOST_TEST((NoteBody{whole}.treatments() == expected));
}

BOOST_AUTO_TEST_CASE(asks_for_consent_to_the_session_when_it_has_no_block) {
    const Value empty = Value::Object{};
    BOOST_TEST((NoteBody{empty}.treatments() == std::vector<Treatment>{{"", ""}}));
}

BOOST_AUTO_TEST_CASE(tells_a_refused_consent_from_one_that_is_not_recorded) {
    const auto refused = parse("[consent]\ngiven = false");
    const auto unrecorded = parse("[consent]\nscope = \"back\"");
    BOOST_TEST((NoteBody{refused}.consent_given() == std::optional{false}));
    BOOST_TEST((NoteBody{unrecorded}.consent_given() == std::nullopt));
}

BOOST_AUTO_TEST_CASE(tells_a_complaint_without_an_id_from_none) {
    const auto named = parse("complaint = \"my back\"");
    const Value empty = Value::Object{};
    BOOST_TEST(NoteBody{named}.has_complaint());
    BOOST_TEST(!NoteBody{named}.complaint());
    BOOST_TEST(!NoteBody{empty}.has_complaint());
}

BOOST_AUTO_TEST_CASE(names_the_note_that_facts_were_copied_from) {
    const auto part_copied = parse("minutes = 60\n[subjective]\ngoal = \"sit\"\n"
                                   "[carried]\nfrom = \"N-0007\"\nfields = [\"subjective.goal\"]");
    BOOST_TEST(NoteBody{part_copied}.copied_from() == "N-0007");
    BOOST_TEST(!NoteBody{part_copied}.is_all_copied());
    const auto all_copied = parse("[subjective]\ngoal = \"sit\"\n"
                                  "[carried]\nfrom = \"N-0007\"\nfields = [\"subjective.goal\"]");
    BOOST_TEST(NoteBody{all_copied}.is_all_copied());
    BOOST_TEST(NoteBody{whole}.copied_from() == "");
    BOOST_TEST(!NoteBody{whole}.is_all_copied());
}

BOOST_AUTO_TEST_CASE(reads_nothing_from_a_damaged_body) {
    for (const auto& value : damaged) {
        const NoteBody body{value};
        BOOST_TEST(!body.began());
        BOOST_TEST(body.techniques().empty());
        BOOST_TEST(!body.minutes());
        BOOST_TEST(!body.consent_given().has_value());
        BOOST_TEST(!body.pain_before());
        BOOST_TEST(body.findings().empty());
        BOOST_TEST(body.part("subjective") == nullptr);
        for (const auto& block : body.blocks()) {
            BOOST_TEST(block.technique() == "");
            BOOST_TEST(!block.minutes());
        }
    }
}

BOOST_AUTO_TEST_CASE(views_outlive_no_temporary) {
    BOOST_TEST((!std::is_constructible_v<NoteBody, Value>));
    BOOST_TEST((!std::is_constructible_v<NoteHeader, Value>));
}

BOOST_AUTO_TEST_CASE(reads_a_header) {
    const Value header = Value::Object{
        {"client", Value::Object{{"uuid", "0193-client"}, {"born", Value{}}}},
        {"practice", Value::Object{{"name", "Hands On"}}},
        {"therapist", Value{}},
        {"complaint", Value{}},
        {"conditions", Value::Array{}},
        {"checks", Value::Array{Value::Object{{"why", "heat"}}}}};
    const NoteHeader view{header};
    BOOST_TEST(view.client("uuid") == "0193-client");
    BOOST_TEST(view.client("born") == "");
    BOOST_TEST(view.practice("name") == "Hands On");
    BOOST_TEST(view.therapist("name") == "");
    BOOST_TEST(view.complaint("title") == "");
    BOOST_TEST(view.signer("uuid") == "");
    BOOST_TEST(view.knows_conditions());
    BOOST_TEST(view.findings().size() == 1);
    BOOST_TEST(view.is_whole());
}

BOOST_AUTO_TEST_CASE(finds_a_header_that_lacks_a_part) {
    for (const auto& value : damaged) {
        const NoteHeader view{value};
        BOOST_TEST(!view.is_whole());
        BOOST_TEST(!view.knows_conditions());
        BOOST_TEST(view.findings().empty());
        BOOST_TEST(view.client("uuid") == "");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
