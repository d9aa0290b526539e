// SPDX-License-Identifier: MIT
#include "concept/ago.hpp"
#include "concept/read_concepts.hpp"
#include "practice.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream{path};
    BOOST_REQUIRE_MESSAGE(stream, path);
    return {std::istreambuf_iterator<char>{stream}, {}};
}

ContributedFile file_of(std::string text, std::string path) {
    return {.plugin = "own", .name = {}, .path = std::move(path), .text = std::move(text)};
}

const std::filesystem::path here = std::filesystem::path{__FILE__}.parent_path();

const ConceptBook& our_book() {
    static const auto book = [] {
        ConceptBook made;
        for (const auto* const name : {"allergens", "conditions", "medicines", "states"}) {
            const auto path =
                here / "../../../schemas/clients/concepts" / (std::string{name} + ".toml");
            add_concepts(made, file_of(read_file(path), name));
        }
        return made;
    }();
    return book;
}

const Date today = day("2026-11-20");

/// "venous-thrombosis present, stroke family"
std::string read(
    const std::string& text, TextField field = TextField::condition, const std::string& since = ""
) {
    std::vector<std::string> texts;
    for (const auto& each : read_concepts(our_book(), {text, field, since}, today)) {
        texts.push_back(each.concept_id + " " + std::string{state_name(each.state)});
    }
    return join(texts, ", ");
}

bool stops(const std::string& text, TextField field, const std::vector<std::string>& ids) {
    const auto concepts = read_concepts(our_book(), {text, field}, today);
    return std::any_of(concepts.begin(), concepts.end(), [&](const UnderstoodConcept& each) {
        return each.state >= ConceptState::suspected &&
               std::find(ids.begin(), ids.end(), each.concept_id) != ids.end();
    });
}

BOOST_AUTO_TEST_SUITE(concept_tests)

BOOST_AUTO_TEST_CASE(every_sentence_stops_or_asks_as_a_clinician_reads_it) {
    for (const auto& line : split(read_file(here / "sentences.tsv"), '\n')) {
        const auto cells = split(line, '\t');
        if (cells.size() != 4) {
            continue;
        }
        auto text = cells[3];
        for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) {
            text.replace(at, 2, "\n");
        }
        const auto field = cells[1] == "medication" ? TextField::medication : TextField::condition;
        BOOST_TEST(stops(text, field, split(cells[2], ',')) == (cells[0] == "stop"), line);
    }
}

BOOST_AUTO_TEST_CASE(reads_several_concepts_of_a_pasted_form) {
    BOOST_TEST(
        read("Diabetes: Yes\nDVT: No\nmother: stroke in 2001") ==
        "diabetes present, venous-thrombosis denied, stroke family"
    );
}

BOOST_AUTO_TEST_CASE(short_names_count_in_capitals_and_in_their_own_field_only) {
    BOOST_TEST(read("PE 2019") == "pulmonary-embolism present");
    BOOST_TEST(read("pe teacher") == "");
    BOOST_TEST(read("pe") == "pulmonary-embolism present");
    BOOST_TEST(read("MS", TextField::medication).find("multiple-sclerosis") == std::string::npos);
    BOOST_TEST(read("MI", TextField::allergy).find("heart-attack") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(forgives_one_letter_in_the_long_name_of_a_medicine) {
    BOOST_TEST(read("rivaroxiban 20 mg", TextField::medication) == "direct-anticoagulant present");
    BOOST_TEST(read("Coumidin", TextField::medication) == "vitamin-k-blocker present");
    BOOST_TEST(read("Marcumra", TextField::medication) == "vitamin-k-blocker present");
    BOOST_TEST(read("Eliqis", TextField::medication) == ""); // too short to guess
    BOOST_TEST(read("vitamin", TextField::medication).find("blocker") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_operation_is_recent_for_six_weeks) {
    BOOST_TEST(read("hip operation 5 weeks ago") == "recent-operation present");
    BOOST_TEST(read("hip operation 7 weeks ago") == "operation present");
    BOOST_TEST(read("hysterectomy", TextField::condition, "2026-11") == "recent-operation present");
    BOOST_TEST(read("hysterectomy", TextField::condition, "2019") == "operation present");
    BOOST_TEST(read("hysterectomy") == "operation present");
}

BOOST_AUTO_TEST_CASE(an_allergy_and_an_ingredient_are_one_concept) {
    BOOST_TEST(read("arachis oil", TextField::allergy).find("peanut present") != std::string::npos);
    BOOST_TEST(
        read("Prunus Amygdalus Dulcis Oil", TextField::allergy).find("almond") != std::string::npos
    );
    BOOST_TEST(read("arachis oil", TextField::condition) == "");
}

BOOST_AUTO_TEST_CASE(a_code_says_the_state_too) {
    const auto of = [](const char* code) {
        const auto concepts = concepts_of_code(our_book(), code);
        return concepts.empty() ? std::string{}
                                : concepts.front().concept_id + " " +
                                      std::string{state_name(concepts.front().state)};
    };
    BOOST_TEST(of("I82.4") == "venous-thrombosis present");
    BOOST_TEST(of("Z86.718") == "venous-thrombosis past");
    BOOST_TEST(of("I80.28 V") == "venous-thrombosis suspected");
    BOOST_TEST(of("I80.28 A") == "venous-thrombosis denied");
    BOOST_TEST(of("I80.28 Z") == "venous-thrombosis past");
    BOOST_TEST(of("M99.1") == "");
}

BOOST_AUTO_TEST_CASE(stored_concepts_are_what_was_stored) {
    const StoredConcepts stored{
        {{"cancer", ConceptState::family}, {"stroke", ConceptState::past}}, true};
    const auto read_back = from_stored(to_stored(stored));
    BOOST_TEST((read_back.concepts == stored.concepts));
    BOOST_TEST(read_back.decided);
    BOOST_TEST(from_stored("").concepts.empty());
    BOOST_CHECK_THROW(from_stored(R"({"read_as": [{"concept": "x", "state": "maybe"}]})"), Refused);
}

BOOST_AUTO_TEST_CASE(times_in_words_count_in_days) {
    const auto days = [](const char* text) {
        const auto words = split_words(text);
        return days_ago(words, 0, words.size(), today).value_or(-1);
    };
    BOOST_TEST(days("ten days ago") == 10);
    BOOST_TEST(days("operated yesterday") == 1);
    BOOST_TEST(days("a few weeks ago") == 21);
    BOOST_TEST(days("POD 3") == 3);
    BOOST_TEST(days("in 2025") == 324);
    BOOST_TEST(days("in March") == 234);
    BOOST_TEST(days("in December") == 324); // of last year
    BOOST_TEST(days("she may come") == -1);
    BOOST_TEST(days("5 minutes") == -1);
}

BOOST_AUTO_TEST_CASE(a_file_with_a_mistake_is_refused_with_its_line) {
    const auto mistake = [](const std::string& lines) {
        ConceptBook book;
        try {
            add_concepts(
                book,
                file_of(
                    "[[concept]]\nid = \"x\"\nname = \"x\"\nkind = \"condition\"\n" + lines,
                    "own.toml"
                )
            );
        } catch (const PluginError& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    BOOST_TEST(mistake("words = [\"x\"]\n").empty());
    BOOST_TEST(
        mistake("word = [\"x\"]\n") ==
        "own.toml:5: concept x: unknown key word: did you mean words?"
    );
    BOOST_TEST(mistake("") == "own.toml:1: concept x: words: missing");
    BOOST_TEST(mistake("words = 5\n") == "own.toml:5: concept x: words: list of texts expected");
    BOOST_TEST(mistake("words = [\"x\"]\nends = 1\n").ends_with("true or false expected"));
    BOOST_TEST(mistake("near = [\"x\"]\n").ends_with("near: list of lists expected"));
    BOOST_TEST(
        mistake("words = [\"x\"]\nsource = \"V-1\"\n").find("V-1 is not in") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(an_ingredient_is_there_unless_it_is_left_out_directly) {
    const auto has_almond = [](const std::string& text) {
        return stops(text, TextField::ingredient, {"almond"});
    };
    for (const auto* const text :
         {"almond oil",
          "almond oil (clear)",
          "almond - never had before",
          "almond oil, skin test negative",
          "almond oil, excluded nothing",
          "no fragrance, almond or jojoba oil",
          "no fragrance; almond oil",
          "almond oil free of parabens",
          "not only almond oil",
          "no longer the almond oil: almond butter"}) {
        BOOST_TEST(has_almond(text), text);
    }
    for (const auto* const text :
         {"almond-free lotion", "no almond oil", "balm without any almond", "free from almond"}) {
        BOOST_TEST(!has_almond(text), text);
    }
    // in the list of allergies, "free" is about something else
    BOOST_TEST(stops("needs latex free gloves", TextField::allergy, {"latex"}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
