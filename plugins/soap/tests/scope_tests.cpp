// SPDX-License-Identifier: MIT
#include "check/scope.hpp"
#include "note_practice.hpp"
#include "template/contributed.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <initializer_list>

namespace praxis::soap {

namespace {

const ScopeLinter& our_linter() {
    static const auto linter = [] {
        std::vector<std::string> left_out;
        return ScopeLinter{
            read_contributed<ScopeFile>(testing::files_of("scope"), read_scope, left_out)};
    }();
    return linter;
}

/// The terms found in an impression, separated by commas.
std::string found(std::string_view text, const ScopeLinter& linter = our_linter()) {
    std::vector<std::string> words;
    for (const auto& finding : linter.find(text, "assessment")) {
        words.push_back(finding.term);
    }
    return join(words, ", ");
}

std::string problems_of(const std::string& text) {
    std::vector<Problem> problems;
    read_scope(text, "own.toml", problems);
    return describe(problems, "own.toml");
}

const std::string own_file = "[scope]\n"
                             "id = \"own\"\n"
                             "name = \"Own words\"\n"
                             "parts = [\"assessment\"]\n"
                             "says = \"is beyond us\"\n"
                             "[[phrase]]\n"
                             "words = [\"Überlastungssyndrom\", \"shin splints\"]\n"
                             "instead = \"what was felt\"\n"
                             "source = \"(k)\"\n";

} // namespace

BOOST_AUTO_TEST_SUITE(scope_tests)

BOOST_AUTO_TEST_CASE(flags_a_diagnosis_without_a_named_clinician) {
    BOOST_TEST(found("sciatica on the right") == "sciatica");
    BOOST_TEST(found("looks like a herniated disc at L4/5") == "herniated disc");
    BOOST_TEST(found("She suffers from bursitis.") == "suffers from, bursitis");
}

BOOST_AUTO_TEST_CASE(does_not_flag_findings) {
    BOOST_TEST(found("high tone of the right piriformis, tender 3 of 4, eased by heat") == "");
    BOOST_TEST(found("") == "");
    BOOST_TEST(found("pain down the sciatic nerve's course; disc golf again next week") == "");
}

BOOST_AUTO_TEST_CASE(ignores_case_and_accents) {
    BOOST_TEST(found("SCIATICA") == "sciatica");
    BOOST_TEST(found("Sciática") == "sciatica");
    BOOST_TEST(found("Scia\u0301tica") == "sciatica"); // the accent as a character of its own
    BOOST_TEST(found("“sciatica”") == "sciatica");
}

BOOST_AUTO_TEST_CASE(matches_whole_words_only) {
    BOOST_TEST(found("fractured") == "fractured");
    BOOST_TEST(found("refractures light") == "");
    BOOST_TEST(found("arthritislike") == "");
    BOOST_TEST(found("éarthritis") == "");
}

BOOST_AUTO_TEST_CASE(matches_several_words_with_hyphens_and_breaks_between_them) {
    BOOST_TEST(found("frozen-shoulder") == "frozen shoulder");
    BOOST_TEST(found("frozen\n  shoulder") == "frozen shoulder");
    BOOST_TEST(found("tennis\u2011elbow") == "tennis elbow");
    BOOST_TEST(found("frozen, shoulder down") == "");
    BOOST_TEST(found("neck frozen. Shoulder free") == "");
    BOOST_TEST(found("frozen - shoulder free") == "");
}

BOOST_AUTO_TEST_CASE(reports_the_longest_matching_term) {
    BOOST_TEST(found("lateral epicondylitis") == "lateral epicondylitis");
    BOOST_TEST(found("rheumatoid arthritis") == "rheumatoid arthritis");
}

BOOST_AUTO_TEST_CASE(reports_each_term_once_in_a_field) {
    BOOST_TEST(found("sciatica. Sciatica again. SCIATICA!") == "sciatica");
}

BOOST_AUTO_TEST_CASE(does_not_flag_listed_exceptions_and_denials) {
    BOOST_TEST(found("this is not a diagnosis of anything") == "");
    BOOST_TEST(found("has not been diagnosed") == "");
    BOOST_TEST(found("Hawkins impingement test: no pain") == "");
}

BOOST_AUTO_TEST_CASE(accepts_the_diagnosis_of_a_named_clinician) {
    for (const auto* const text :
         {"Sciatica, diagnosed by Dr. Kim.",
          "sciatica, diagnosed by DR KIM",
          "diagnosed by Dr. Kim: herniated disc",
          "according to her physiotherapist Ana Kim she has a frozen shoulder",
          "According to Ana Kim, DC, there is a disc bulge",
          "diagnosed with sciatica by Dr. Kim",
          "diagnosed in 2020 with a disc bulge by the chiropractor Ana Kim",
          "Dx: bursitis (dx'd by Dr Kim)",
          "Dr. Kim (DC): sciatica",
          "Dr. Kim, orthopaedic surgeon, found a disc bulge",
          "Dr. Kim, 2026-03-02: sciatica",
          "sciatica per Dr. X",
          "Dr. X: sciatica",
          "Dr. Kim's report: herniated disc",
          "Dr. Kim has diagnosed sciatica",
          "chiropractor Ana Kim found a disc bulge",
          "Ana Kim (osteopath) wrote: bursitis",
          "fracture of 2019, confirmed by her orthopaedic surgeon Dr. van der Berg",
          "bursitis, diagnosis by Prof. Núñez",
          "bursitis as per Dr. Élodie Šimek",
          "arthritis, according to her family doctor, Maria Lopez"}) {
        BOOST_TEST(found(text) == "", text << ": " << found(text));
    }
}

BOOST_AUTO_TEST_CASE(flags_a_diagnosis_of_a_clinician_without_a_name) {
    BOOST_TEST(found("sciatica, diagnosed by her doctor") == "sciatica, diagnosed");
    BOOST_TEST(found("sciatica according to the physiotherapist") == "sciatica");
    BOOST_TEST(found("sciatica per doctor. Kim called") == "sciatica");
    BOOST_TEST(
        found("diagnosed with sciatica by her doctor in Lyon") == "diagnosed with, sciatica"
    );
    BOOST_TEST(found("Dx: sciatica") == "dx, sciatica");
    BOOST_TEST(found("sciatica as per GP; MRI pending") == "sciatica");
    BOOST_TEST(found("sciatica, says her mother Ana Kim") == "sciatica");
    BOOST_TEST(found("sciatica, diagnosed by Ana Kim") == "sciatica, diagnosed");
}

BOOST_AUTO_TEST_CASE(flags_terms_when_the_clinician_made_no_diagnosis) {
    struct Sentence {
        const char* text;
        const char* found;
    };

    for (const auto& [text, expected] : std::initializer_list<Sentence>{
             // a damaged structure
             {"rotator cuff is torn", "rotator cuff ... torn"},
             {"Right rotator cuff seems to be partially torn.", "rotator cuff ... torn"},
             {"torn left supraspinatus", "torn ... supraspinatus"},
             {"partial tear of the right Achilles", "tear ... achilles"},
             {"ACL ruptured in the fall", "acl ruptured"},
             {"She tore her hamstring again", "tore ... hamstring"},
             {"the lateral meniscus has a small tear", "meniscus ... tear"},
             {"the disc at L4/L5 is herniated", "disc ... herniated"},
             {"L5 looks prolapsed", "l5 ... prolapsed"},
             {"her collarbone is broken", "collarbone ... broken"},
             {"the wrist is fractured", "fractured"},
             {"torn rotator cuff", "torn rotator cuff"},
             {"torn between rest and work", ""},
             {"tore the label off the bottle", ""},
             {"muscle tone high, tears when talking of her father", ""},
             {"the hamstring felt as if it would give way", ""},
             {"slipped on ice, hip tender", ""},
             {"sleep broken, jaw tight", ""},
             {"rotator cuff, worked with torn glove", ""},
             {"disc golf on Sunday", ""},
             // denied
             {"no sign of fracture", ""},
             {"no visible signs of a fracture or sprain", ""},
             {"rotator cuff is not torn", ""},
             {"no torn ligament", ""},
             {"denies sciatica", ""},
             {"sent to the clinic to rule out a fracture", ""},
             {"no doubt a fracture", "fracture"},
             {"not only sciatica", "sciatica"},
             {"No, sciatica", "sciatica"},
             {"no pain, sciatica on the right", "sciatica"},
             {"no fracture and a torn ligament", "torn ligament"},
             {"no fracture. Sprain of the ankle", "sprain"},
             // the clinician
             {"client reports a torn rotator cuff diagnosed by Dr. Kim 2021", ""},
             {"the rotator cuff is torn, says Dr. Kim", ""},
             {"the rotator cuff is torn, Dr. Kim says", ""},
             {"rotator cuff is torn according to Dr. Kim", ""},
             {"bursitis, which Dr. Kim diagnosed in 2021", ""},
             {"according to Dr. Kim, it is sciatica", ""},
             {"Dr. Kim says it is sciatica", ""},
             {"Dr. Kim's MRI report shows a torn rotator cuff", ""},
             {"Dr. Kim said to me she has sciatica", ""},
             {"Dr. Kim's report of 2021: disc bulge", ""},
             {"I read in Dr. Kim's report that the disc is herniated", ""},
             {"I suspect whiplash, confirmed by Dr. Kim", ""},
             {"Dr. Kim diagnosed a grade I sprain", ""},
             {"Dr. Kim found nothing, I suspect whiplash", "whiplash"},
             {"Dr. Kim found nothing and I suspect whiplash", "whiplash"},
             {"Dr. Kim found nothing, so it is whiplash", "whiplash"},
             {"Dr. Kim found nothing: whiplash", "whiplash"},
             {"I suspect whiplash, Dr. Kim found nothing", "whiplash"},
             {"whiplash, Dr. Kim found no fracture", "whiplash"},
             {"Dr. Kim reported tight hamstrings, looks like a torn meniscus", "torn meniscus"},
             {"Dr. Kim diagnosed sciatica, I think it is bursitis", "bursitis"},
             {"per Dr. Kim all is well, probably a disc bulge", "disc bulge"},
             {"whiplash, to be confirmed by Dr. Kim", "whiplash"},
             {"whiplash, not confirmed by Dr. Kim", "whiplash"},
             {"My impression is bursitis, and I told Dr. Kim", "bursitis"},
         }) {
        BOOST_TEST(found(text) == expected, text << ": " << found(text));
    }
}

BOOST_AUTO_TEST_CASE(a_name_alone_does_not_attribute_a_diagnosis) {
    BOOST_TEST(found("referred to Dr. Kim for sciatica") == "sciatica");
    BOOST_TEST(found("seen by Dr. Kim; diagnosed sciatica") == "diagnosed, sciatica");
    BOOST_TEST(found("work at 3 per week, Dr. Kim informed of the bursitis") == "bursitis");
    BOOST_TEST(found("sciatica; next visit at Dr. Kim's on Monday") == "sciatica");
}

BOOST_AUTO_TEST_CASE(a_clinician_covers_one_sentence) {
    BOOST_TEST(found("Dr. Kim: sciatica. I see bursitis too.") == "bursitis");
    BOOST_TEST(found("Bursitis! Sciatica was diagnosed by Dr. Kim") == "bursitis");
    BOOST_TEST(found("sciatica per Dr. Kim, but also tendinitis") == "tendinitis");
    BOOST_TEST(found("- sciatica per Dr. Kim\n- bursitis") == "bursitis");
    BOOST_TEST(found("bursitis, and Dr. Kim: sciatica") == "bursitis");
}

BOOST_AUTO_TEST_CASE(a_term_of_diagnosis_is_not_a_name) {
    BOOST_TEST(found("Diagnosed by doctor Sciatica") == "diagnosed, sciatica");
    BOOST_TEST(found("per physiotherapist Bursitis on the left") == "bursitis");
}

BOOST_AUTO_TEST_CASE(in_all_capitals_a_capital_does_not_mark_a_name) {
    BOOST_TEST(found("SCIATICA PER HER DOCTOR LAST YEAR") == "sciatica");
    BOOST_TEST(found("SCIATICA PER DR. KIM") == "");
}

BOOST_AUTO_TEST_CASE(does_not_check_the_clients_own_words) {
    BOOST_TEST(our_linter().find("my sciatica is back", "subjective").empty());
    for (const auto* const part : {"consent", "objective", "block", "assessment", "plan"}) {
        BOOST_TEST(our_linter().find("sciatica", part).size() == 1U, part);
    }
}

BOOST_AUTO_TEST_CASE(a_warning_names_the_place_and_a_better_wording) {
    auto body = testing::body_of(testing::note_text("note_whole.toml"));
    body["objective"]["finding"].as_array()[0]["text"] = "bursitis";
    body["plan"]["homecare"].as_array()[1] = "rest the tendinitis";
    body["subjective"]["complaint"] = "sciatica";
    const auto warnings =
        find_scope_warnings(our_linter(), entries_of(body, testing::templates_of(body)));
    BOOST_REQUIRE(warnings.size() == 2U);
    BOOST_TEST(warnings[0].path == "objective.finding[1].text");
    BOOST_TEST(warnings[0].message == "\"bursitis\" is the wording of a diagnosis");
    BOOST_TEST(warnings[0].hint.starts_with("write where it is tender"));
    BOOST_TEST((warnings[0].weight == Problem::Weight::warning));
    BOOST_TEST(warnings[1].path == "plan.homecare[2]");
}

BOOST_AUTO_TEST_CASE(flags_nothing_in_the_example_notes) {
    const auto body = testing::body_of(testing::note_text("note_whole.toml"));
    BOOST_TEST(
        find_scope_warnings(our_linter(), entries_of(body, testing::templates_of(body))).empty()
    );
}

BOOST_AUTO_TEST_CASE(accepts_terms_of_a_data_plugin) {
    std::vector<std::string> left_out;
    auto files = testing::files_of("scope");
    files.push_back({"mine", "own", "own.toml", own_file});
    const ScopeLinter linter{read_contributed<ScopeFile>(files, read_scope, left_out)};
    BOOST_TEST(left_out.empty());
    BOOST_TEST(
        found("ÜBERLASTUNGSSYNDROM, and shin splints", linter) ==
        "Überlastungssyndrom, shin splints"
    );
    BOOST_TEST(found("shin splints per Dr. Kim", linter) == "");
}

BOOST_AUTO_TEST_CASE(accepts_damages_and_denials_of_a_data_plugin) {
    std::vector<Problem> problems;
    const auto file = read_scope(
        "[scope]\nid = \"own\"\nname = \"Own\"\nparts = \"plan\"\nsays = \"is beyond us\"\n"
        "[denial]\nwords = \"kein\"\nthrough = \"akuter\"\n"
        "[[damage]]\nstructures = \"Sehne\"\nstates = \"gerissen\"\nbetween = \"ist\"\n"
        "instead = \"what was felt\"\nsource = \"(k)\"\n"
        "[[phrase]]\nwords = \"Bruch\"\ninstead = \"what was felt\"\nsource = \"(k)\"\n",
        "own.toml",
        problems
    );
    BOOST_TEST(describe(problems, "own.toml") == "");
    const ScopeLinter linter{{file}};
    BOOST_REQUIRE(linter.find("Sehne ist gerissen", "plan").size() == 1U);
    BOOST_TEST(linter.find("Sehne ist gerissen", "plan")[0].says == "is beyond us");
    BOOST_TEST(linter.find("Sehne ist gerissen", "assessment").empty());
    BOOST_TEST(linter.find("kein akuter Bruch", "plan").empty());
    BOOST_TEST(linter.find("akuter Bruch", "plan").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_broken_file_of_another_plugin_is_left_out) {
    std::vector<std::string> left_out;
    auto files = testing::files_of("scope");
    files.push_back({"mine", "own", "/mine/own.toml", "[scope]\nid = \"own\"\n[[phrase]]\n"});
    files.push_back(
        {"mine", "diagnosis", "/mine/twin.toml", "[scope]\nid = \"diagnosis\"\nname = \"x\"\n"}
    );
    const auto read = read_contributed<ScopeFile>(files, read_scope, left_out);
    BOOST_TEST(read.size() == 2U);
    BOOST_REQUIRE(left_out.size() == 2U);
    BOOST_TEST(left_out[0].starts_with("/mine/own.toml line "));
    BOOST_TEST(left_out[1] == "/mine/twin.toml: the plugin soap already has diagnosis");
}

BOOST_AUTO_TEST_CASE(a_broken_file_of_soap_is_refused_with_its_line) {
    std::vector<std::string> left_out;
    const std::vector<ContributedFile> files{
        {"soap", "own", "own.toml", "[scope]\nidd = \"own\"\n"}};
    BOOST_CHECK_EXCEPTION(
        read_contributed<ScopeFile>(files, read_scope, left_out),
        Refused,
        [](const Refused& error) {
            return std::string{error.what()}.find(
                       "own.toml line 2, column 1: [scope]: unknown key idd (did you mean id?)"
                   ) != std::string::npos;
        }
    );
}

BOOST_AUTO_TEST_CASE(reports_every_mistake_in_a_file) {
    BOOST_TEST(problems_of(own_file) == "");
    BOOST_TEST(
        problems_of(
            "[scope]\nid = \"A b\"\nname = \"x\"\nparts = \"plan\"\n[[phrase]]\nwords = [3]\n"
            "instead = \"\"\nsource = \"S-9\"\n"
        ) == "own.toml line 2, column 1: [scope]: invalid id: use small letters, digits and "
             "dashes, as in client-born\n"
             "own.toml line 1, column 1: [scope]: says is missing\n"
             "own.toml line 6, column 1: phrase 1: words: a list of texts expected, found a whole "
             "number\n"
             "own.toml line 7, column 1: phrase 1: instead is empty\n"
             "own.toml line 8, column 1: phrase 1: source: S-9 is not in the source list at the "
             "top of the file (\"(k)\" marks common knowledge without a source)"
    );
    BOOST_TEST(problems_of("").starts_with("own.toml line 1, column 1: the file: [scope] is missing"
    ));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
