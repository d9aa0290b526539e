// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

#include <random>

using namespace praxis;

namespace {

std::string refusal(std::string_view text) {
    try {
        return "read as " + to_json(parse_toml(text, "note.toml"));
    } catch (const Refused& error) {
        return error.what();
    }
}

std::string json_of(std::string_view text) {
    return to_json(parse_toml(text, "note.toml"));
}

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

/// A note as a therapist writes it.
constexpr std::string_view note = R"(# after the session
technique = ["deep-tissue", "myofascial-release"]   # one or more
date = 2026-11-20T14:30:00
minutes = 60

[subjective]
complaint = "dull ache, \"worse\" after sitting"
pain_now = 6
goal = """
sit through
a working day"""

[[objective.finding]]
region = "lower-back"
tenderness = 3
[[objective.finding]]
region = 'neck'

[plan]
next_visit = 2026-11-27
homecare = [
    "heat 15 min",
    "stretch: 2x30 s each side",
]
)";

} // namespace

BOOST_AUTO_TEST_SUITE(toml_tests)

BOOST_AUTO_TEST_CASE(reads_a_note_in_the_order_written) {
    BOOST_TEST(
        json_of(note) ==
        R"({"technique":["deep-tissue","myofascial-release"],"date":"2026-11-20T14:30:00",)"
        R"("minutes":60,"subjective":{"complaint":"dull ache, \"worse\" after sitting",)"
        R"("pain_now":6,"goal":"sit through\na working day"},"objective":{"finding":)"
        R"([{"region":"lower-back","tenderness":3},{"region":"neck"}]},)"
        R"("plan":{"next_visit":"2026-11-27","homecare":["heat 15 min","stretch: 2x30 s each side"]}})"
    );
}

BOOST_AUTO_TEST_CASE(each_value_knows_its_line) {
    const auto value = parse_toml(note, "note.toml");
    BOOST_TEST(value.find("technique")->line() == 2);
    BOOST_TEST(value.find("minutes")->line() == 4);
    BOOST_TEST(value.find("subjective")->line() == 6);
    BOOST_TEST(value.find("subjective")->find("goal")->line() == 9);
    const auto& findings = value.find("objective")->find("finding")->as_array();
    BOOST_TEST(findings.at(0).line() == 13);
    BOOST_TEST(findings.at(1).find("region")->line() == 17);
    BOOST_TEST(value.find("plan")->find("homecare")->as_array().at(1).line() == 23);
}

BOOST_AUTO_TEST_CASE(dates_and_times_become_iso_text) {
    BOOST_TEST(
        json_of(
            "a = 2026-11-20\nb = 14:30:00\nc = 2026-11-20 14:30:00\nd = 2026-11-20T14:30:00+01:00\n"
            "e = 2026-11-20T13:30:00Z"
        ) == R"({"a":"2026-11-20","b":"14:30:00","c":"2026-11-20T14:30:00",)"
             R"("d":"2026-11-20T14:30:00+01:00","e":"2026-11-20T13:30:00Z"})"
    );
}

BOOST_AUTO_TEST_CASE(reads_numbers_and_truths) {
    BOOST_TEST(
        json_of("a = 1_000\nb = -6.5\nc = 0x1F\nd = true\ne = 1e3\nf = 60.0") ==
        R"({"a":1000,"b":-6.5,"c":31,"d":true,"e":1000.0,"f":60.0})"
    );
    BOOST_TEST(refusal("a = inf") == "note.toml line 1, column 5: the number is not finite");
    BOOST_TEST(refusal("a = -nan").ends_with("the number is not finite"));
    BOOST_TEST(refusal("a = 9223372036854775808").starts_with("note.toml line 1"));
}

BOOST_AUTO_TEST_CASE(does_not_check_strings_and_comments) {
    BOOST_TEST(
        json_of("a = \"José 王 👩‍⚕️ (x) ё #\" # ё ( ...") ==
        R"({"a":"José 王 👩‍⚕️ (x) ё #"})"
    );
    BOOST_TEST(json_of("a = 'C:\\new \"x\"'") == R"({"a":"C:\\new \"x\""})");
    BOOST_TEST(json_of("a = \"\"\"x \"\" y\"\"\"\"\"") == R"({"a":"x \"\" y\"\""})");
    BOOST_TEST(json_of("a = '''it's''' # '''") == R"({"a":"it's"})");
    BOOST_TEST(json_of("a = \"\\\"\" # \"") == R"({"a":"\""})");
    BOOST_TEST(json_of("a = \"\\\\\"\nb = 1") == R"({"a":"\\","b":1})");
    BOOST_TEST(json_of("a = \"\" # empty\nb = ''") == R"({"a":"","b":""})");
    BOOST_TEST(json_of("\"ё (x)\" = 1") == R"x({"ё (x)":1})x");
    BOOST_TEST(json_of("a = \"" + std::string(500, '.') + "\"").size() == 508U);
    BOOST_TEST(json_of("a = \"\"\"one \\\n   two\"\"\"") == R"({"a":"one two"})");
}

BOOST_AUTO_TEST_CASE(reads_files_of_other_systems) {
    BOOST_TEST(
        json_of("\xEF\xBB\xBF"
                "a = 1\r\nb = 2\r\n") == R"({"a":1,"b":2})"
    );
    BOOST_TEST(json_of("") == "{}");
    BOOST_TEST(json_of("\n# nothing\n") == "{}");
}

BOOST_AUTO_TEST_CASE(names_the_place_of_a_mistake) {
    BOOST_TEST(refusal("a = 1\nb = dull ache\n").starts_with("note.toml line 2, column 5: "));
    BOOST_TEST(
        refusal("a = 1\ngoal = sit (long)\n") ==
        "note.toml line 2, column 12: this character is only allowed inside quotation marks"
    );
    BOOST_TEST(
        refusal("a = \"no end\nb = 1\n") ==
        "note.toml line 1, column 5: the text that starts here has no closing quotation mark"
    );
    BOOST_TEST(refusal("a = \"\"\"no end\n\n\"\"")
                   .ends_with("column 5: the text that starts here has no closing quotation mark"));
    BOOST_TEST(refusal("a = 1\na = 2\n").starts_with("note.toml line 2"));
    BOOST_TEST(refusal("[a]\n[a]\n").starts_with("note.toml line 2"));
    BOOST_TEST(refusal("a = \"é王\" x").starts_with("note.toml line 1, column 1"));
    BOOST_TEST(refusal("minutes = 6O").starts_with("note.toml line 1"));
    BOOST_TEST(refusal("a = 2026-02-30").starts_with("note.toml line 1"));
    BOOST_CHECK_EXCEPTION(parse_toml("a = dull", "note.toml"), Refused, [](const Refused& error) {
        return error.hint().find("quotation marks") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(refuses_invalid_text) {
    BOOST_TEST(refusal("a = \"\xff\"") == "note.toml line 1, column 6: not UTF-8");
    BOOST_TEST(
        refusal(std::string_view{"a = \"\0\"", 7}) == "note.toml line 1, column 6: a NUL byte"
    );
    BOOST_TEST(refusal("a = \"\\u0000\"").ends_with("a text may not contain a NUL character"));
    BOOST_TEST(refusal("\"\\u0000\" = 1").ends_with("a text may not contain a NUL character"));
    for (char control = 1; control < 0x20; ++control) {
        if (control == '\t' || control == '\n' || control == '\r') {
            continue;
        }
        for (const std::string before : {"a = \"", "# ", "", "a = '", "a = \"\"\"", "a = \"\\"}) {
            BOOST_TEST(
                refusal(before + control + "\"").find("control character") != std::string::npos,
                refusal(before + control + "\"")
            );
        }
    }
    BOOST_TEST(refusal("# \x7f").ends_with("the control character \\x7f"));
}

BOOST_AUTO_TEST_CASE(survives_texts_that_abort_the_library) {
    BOOST_TEST(refusal("[(").ends_with("only allowed inside quotation marks"));
    BOOST_TEST(refusal("aё = 1").ends_with("only allowed inside quotation marks"));
    BOOST_TEST(refusal("ё").ends_with("only allowed inside quotation marks"));
    BOOST_TEST(refusal("a = 1ё").ends_with("only allowed inside quotation marks"));
    BOOST_TEST(refusal(repeated("a.", 100'000) + "a = 1").ends_with("more than 64 dots in a line"));
    BOOST_TEST(
        refusal("[" + repeated("a.", 100'000) + "a]").ends_with("more than 64 dots in a line")
    );
    BOOST_TEST(refusal(std::string(200'000, '.')).ends_with("more than 64 dots in a line"));
    BOOST_TEST(refusal("\"a\"" + repeated(".\"a\"", 50'000) + " = 1")
                   .ends_with("more than 64 dots in a line"));
    BOOST_TEST(refusal("a = " + repeated("[", 200'000)).ends_with("more than 64 levels of brackets")
    );
    BOOST_TEST(
        refusal("a = " + repeated("{a=", 60'000)).ends_with("more than 64 levels of brackets")
    );
    BOOST_TEST(
        refusal("a = " + repeated("[\n", 100'000)).ends_with("more than 64 levels of brackets")
    );
    BOOST_TEST(
        refusal("a = " + repeated("[", 64) + repeated("]", 64)).ends_with("more than 64 levels")
    );
    BOOST_TEST(refusal("a = " + repeated("[", 63) + repeated("]", 63)).starts_with("read as"));
    BOOST_TEST(refusal(std::string(300'000, '#')).starts_with("note.toml is too long"));
    BOOST_TEST(refusal("[" + repeated("a.", 60) + "b]\n" + repeated("a.", 60) + "b = 1")
                   .ends_with("more than 64 levels"));
}

BOOST_AUTO_TEST_CASE(many_values_are_read_quickly) {
    std::string text;
    for (int i = 0; i < 15'000; ++i) {
        text += "k" + std::to_string(i) + " = " + std::to_string(i) + "\n";
    }
    BOOST_TEST(parse_toml(text, "x").as_object().size() == 15'000U);
    BOOST_TEST(refusal("a = [" + repeated("[],", 80'000) + "]").starts_with("read as"));
    BOOST_TEST(refusal(repeated("[[a]]\n", 40'000)).starts_with("read as"));
}

BOOST_AUTO_TEST_CASE(random_texts_are_read_or_refused) {
    const std::vector<std::string> pieces{
        "a",    "b",   ".",   "=",      " ",    "\n",    "[",          "]", "{",  "}",
        ",",    "\"",  "'",   "\"\"\"", "'''",  "#",     "\\",         "1", "-",  "+",
        "0x",   "1e5", ":",   "T",      "true", "inf",   "2026-11-20", "é", "(",  "_",
        "\r\n", "\t",  "nan", "[[",     "]]",   "\\u00", "14:30:00",   "Z", "王", "a = "};
    std::mt19937 random{20261120};
    std::size_t read = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::string text;
        for (auto length = random() % 16; length > 0; --length) {
            text += pieces[random() % pieces.size()];
        }
        read += refusal(text).starts_with("read as") ? 1 : 0;
    }
    BOOST_TEST(read > 500U);
}

BOOST_AUTO_TEST_CASE(a_message_repeats_no_characters_of_the_text) {
    for (const auto* const text :
         {"a = secret",
          "a = \"secret\" secret",
          "a = 12secret",
          "secret",
          "a = {secret",
          "a = [secret]",
          "a = \"secret\\q\"",
          "a = 2026-secret",
          "[a]]secret"}) {
        BOOST_TEST(refusal(text).find("secret") == std::string::npos, refusal(text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
