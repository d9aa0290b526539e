// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"
#include "note_practice.hpp"
#include "write/note_form.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace praxis::soap {

using testing::body_of;
using testing::note_text;

namespace {

/// Whether `whole` has every value of `part`.
bool holds(const Value& whole, const Value& part) {
    if (part.is_object()) {
        for (const auto& [key, value] : part.as_object()) {
            const auto* found = whole.find(key);
            if (found == nullptr || !holds(*found, value)) {
                BOOST_TEST_MESSAGE("lost: " << key);
                return false;
            }
        }
        return whole.is_object();
    }
    if (part.is_array()) {
        if (!whole.is_array() || whole.as_array().size() != part.as_array().size()) {
            return false;
        }
        for (std::size_t i = 0; i < part.as_array().size(); ++i) {
            if (!holds(whole.as_array()[i], part.as_array()[i])) {
                return false;
            }
        }
        return true;
    }
    return whole == part;
}

void goes_round(const Value& body) {
    const auto templates = testing::templates_of(body);
    const auto text = note_as_toml(body, templates);
    std::vector<Problem> problems;
    const auto again = body_of(text, problems);
    for (const auto& problem : problems) {
        BOOST_TEST((problem.weight != Problem::Weight::error), problem.path << problem.message);
    }
    BOOST_TEST(to_canonical_json(again) == to_canonical_json(body), text);
}

} // namespace

BOOST_AUTO_TEST_SUITE(note_form_tests)

BOOST_AUTO_TEST_CASE(published_notes_are_stored_completely) {
    std::vector<std::string> names{
        "note_desk_worker.toml", "note_acute_back.toml", "note_whole.toml"};
    for (const auto& file : std::filesystem::directory_iterator{testing::here() + "published"}) {
        names.push_back("published/" + file.path().filename().string());
    }
    BOOST_TEST(names.size() == 9U);
    for (const auto& name : names) {
        std::vector<Problem> problems;
        const auto file = parse_toml(note_text(name), name);
        const auto body = body_of(note_text(name), problems);
        for (const auto& problem : problems) {
            BOOST_TEST((problem.weight != Problem::Weight::error), problem.path << problem.message);
        }
        BOOST_TEST(holds(body, file), name);
        // also in the form of the database
        BOOST_TEST(holds(parse_json(to_canonical_json(body), name), file), name);
    }
}

BOOST_AUTO_TEST_CASE(a_stored_note_opens_in_the_editor_as_its_original_file) {
    for (const char* name : {"note_desk_worker.toml", "note_acute_back.toml", "note_whole.toml"}) {
        goes_round(parse_json(to_canonical_json(body_of(note_text(name))), name));
    }
}

BOOST_AUTO_TEST_CASE(any_text_survives_writing_and_reading) {
    for (const char* text :
         {"quotes \" and ' and \\ and \"\"\"",
          "two\nlines",
          "\n",
          "tab\tand\x01\x1b[31m",
          "emoji 💆, عمر الخطيب, 王小明",
          "ends with quote\"",
          "a\r\nb",
          "''' and # no comment",
          "\"\"\"\n\"\"\"",
          "\\n is no line feed"}) {
        const Value file = Value::Object{
            {"technique", Value::Array{"swedish"}},
            {"date", "2026-11-20 08:00"},
            {"subjective",
             Value::Object{{"complaint", text}, {"aggravating", Value::Array{text, "x"}}}}};
        goes_round(body_of(to_json(file)));
    }
}

BOOST_AUTO_TEST_CASE(tables_in_blocks_and_computed_values_survive_writing_and_reading) {
    const auto body = body_of(R"(
technique = ["shiatsu", "trigger-point", "hot-stone"]
date = "2026-11-20 08:00"
[[block]]
technique = "shiatsu"
region = "full-body"
kyo = "kidney"
jitsu = "liver"
[block.examination]
asking = "tired"
[[block.point]]
code = "BL23"
side = "both"
[[block.point]]
code = "GB34"
[[block]]
technique = "trigger-point"
region = "glute"
side = "left"
muscle = "piriformis"
taut_band = true
hypersensitive_spot = true
referred_sensation = "tingling"
familiar_symptom = true
[[block]]
technique = "hot-stone"
bath_temperature = "52 C"
[[block.placed]]
site = "beside the spine"
minutes = 2.5
)");
    const auto* status = NoteBody{body}.blocks().at(1).field("status");
    BOOST_REQUIRE(status != nullptr);
    BOOST_TEST(status->plain() == "active");
    goes_round(body);
}

BOOST_AUTO_TEST_CASE(fields_that_are_not_recorded_are_empty) {
    const auto body = body_of(note_text("note_acute_back.toml"));
    const auto text = note_as_toml(body, testing::templates_of(body));
    BOOST_TEST(text.find("\nstrokes = []") != std::string::npos);
    BOOST_TEST(text.find("\npain_best = \"\"") != std::string::npos);
    BOOST_TEST(text.find("\n[[objective.test]]") != std::string::npos);
    BOOST_TEST(text.find("pain_now = 4") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
