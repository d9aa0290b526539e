// SPDX-License-Identifier: MIT
#include "note/note_finding_queries.hpp"
#include "note/note_list_queries.hpp"
#include "note_practice.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

namespace praxis::soap {

using testing::body_of;
using testing::note_text;

namespace {

std::vector<Entry> entries_of_file(const std::string& text) {
    const auto body = body_of(text);
    return entries_of(body, testing::templates_of(body));
}

const Entry& entry_at(const std::vector<Entry>& entries, const std::string& path) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&path](const auto& entry) {
        return entry.path == path;
    });
    BOOST_REQUIRE_MESSAGE(found != entries.end(), path);
    return *found;
}

std::string excerpt_of(const std::string& text, const std::vector<std::string>& words) {
    const auto found = excerpt({text}, words, 60);
    return found ? found->line : "";
}

/// Whether the real index finds a text by terms.
bool is_found(const std::string& text, const std::vector<std::string>& words) {
    testing::NotePractice practice;
    auto note = practice.add(note_text("note_acute_back.toml"));
    note.body = Value::Object{{"remarks", text}};
    update_draft(practice.db, note);
    const auto query = search_query(words);
    return !query.empty() && !find_notes(practice.db, query).empty();
}

} // namespace

BOOST_AUTO_TEST_SUITE(note_index_tests)

BOOST_AUTO_TEST_CASE(every_fact_has_its_path_region_side_and_technique) {
    const auto entries = entries_of_file(note_text("note_whole.toml"));
    const auto& tenderness = entry_at(entries, "objective.finding[1].tenderness");
    BOOST_TEST(tenderness.section == "objective");
    BOOST_TEST(tenderness.field == "tenderness");
    BOOST_TEST(tenderness.text() == "3");
    BOOST_TEST(tenderness.region == "lower-back");
    BOOST_TEST(tenderness.side == "right");
    BOOST_TEST(entry_at(entries, "block[1].minutes").unit == "min");
    const auto& flexion = entry_at(entries, "objective.rom[1].after");
    BOOST_TEST(flexion.unit == "percent");
    BOOST_TEST(flexion.value.as_number() == 75);
    const auto& layer = entry_at(entries, "block[1].layer");
    BOOST_TEST(layer.technique == "deep-tissue");
    BOOST_TEST(layer.region == "lower-back");
    BOOST_TEST(layer.label == "Layer");
    BOOST_TEST(entry_at(entries, "minutes").section == "note");
    BOOST_TEST(entry_at(entries, "plan.homecare[2]").field == "homecare");
    BOOST_TEST(entry_at(entries, "consent.given").text() == "true");
}

BOOST_AUTO_TEST_CASE(terms_match_the_beginning_of_words_without_case_and_accents) {
    BOOST_TEST(is_found("Tender Piriformis, right", {"piri"}));
    BOOST_TEST(is_found("José Núñez", {"NUNEZ", "jose"}));
    BOOST_TEST(is_found("Łódź, Straße", {"lodz", "strasse"}));
    BOOST_TEST(is_found("L4/L5 and deep-tissue", {"l4/l5", "deep-tis"}));
    BOOST_TEST(!is_found("Tender piriformis", {"formis"}));
    BOOST_TEST(!is_found("Tender piriformis", {"tender", "glute"}));
    BOOST_TEST(is_found("a b", {"a"}));
    BOOST_TEST(!is_found("ab", {"a"})); // one letter is a word of its own
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces_are_searched_anywhere) {
    BOOST_TEST(is_found("腰痛,右侧梨状肌紧张", {"梨状肌"}));
    BOOST_TEST(is_found("背中が痛い", {"痛"}));
    BOOST_TEST(is_found("ปวดหลังส่วนล่าง", {"หลัง"}));
    BOOST_TEST(!is_found("背中が痛い", {"腰"}));
}

BOOST_AUTO_TEST_CASE(query_syntax_counts_as_plain_text) {
    for (const char* words :
         {"\"", "NEAR(", "*", "a OR", "words:x", "-x", "^x", "{x y}", "x AND NOT y",  "'",
          "\\", "(",     ")", "+",    "\"\"\"",  "%",  "_",  "a\"b",  "\xE2\x80\x9C", "\x01",
          ""}) {
        BOOST_CHECK_NO_THROW(is_found("x y", {words}));
    }
    BOOST_TEST(is_found("x AND NOT y OR z", {"AND", "NOT", "OR"}));
    BOOST_TEST(!is_found("x", {"x OR y"}));
    std::mt19937 random{20261120};
    testing::NotePractice practice;
    for (int i = 0; i < 1000; ++i) {
        std::string words;
        for (int letters = 0; letters < 12; ++letters) {
            words += static_cast<char>(' ' + random() % 95);
        }
        const auto query = search_query({words});
        if (!query.empty()) {
            BOOST_CHECK_NO_THROW(find_notes(practice.db, query));
        }
    }
}

BOOST_AUTO_TEST_CASE(excerpts_mark_the_terms) {
    BOOST_TEST(excerpt_of("Tender Piriformis, right", {"piri"}) == "Tender [Piri]formis, right");
    BOOST_TEST(excerpt_of("José Núñez", {"nunez"}) == "José [Núñez]");
    BOOST_TEST(excerpt_of("右侧梨状肌紧张", {"梨状肌"}) == "右侧[梨状肌]紧张");
    BOOST_TEST(excerpt_of("one\ntwo", {"two"}) == "one [two]");
    BOOST_TEST(excerpt_of("one", {"two"}) == "");
    const auto far =
        excerpt_of(std::string(40, 'a') + " " + std::string(40, 'b') + " hip end", {"hip"});
    BOOST_TEST(far.find("[hip]") != std::string::npos);
    BOOST_TEST(far.find("…") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_excerpt_shows_the_text_with_the_most_terms) {
    const std::vector<std::string_view> texts = {
        "hip", "left hip, tight", "left hip and left knee, tight at end range", "left"};
    const auto found_in = [&texts](const std::vector<std::string>& words) {
        const auto found = excerpt(texts, words, 60);
        return found ? found->text : texts.size();
    };
    BOOST_TEST(found_in({"left", "knee"}) == 2);
    BOOST_TEST(found_in({"hip"}) == 2); // of equals the longest
    BOOST_TEST(found_in({"shoulder"}) == texts.size());
}

BOOST_AUTO_TEST_CASE(a_note_that_only_the_search_index_has_is_reported_as_damage) {
    testing::NotePractice practice;
    BOOST_CHECK_THROW(FoundNotes{practice.db}.read(NoteId{99}), PracticeError);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
