// SPDX-License-Identifier: MIT
#include "output/render.hpp"
#include "text/code_points.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace praxis;
using output::show;
using output::Style;

namespace {

std::string utf8_of(int code) {
    std::string text;
    unicode::append(text, code);
    return text;
}

/// The 65 control characters (NUL cannot be stored, and is tried nevertheless), and characters of
/// every category that turns the direction of writing or hides.
std::vector<std::string> hostile_characters() {
    std::vector<std::string> characters;
    for (int code = 0; code < 0xa0; ++code) {
        if (code < 0x20 || code >= 0x7f) {
            characters.push_back(utf8_of(code));
        }
    }
    BOOST_TEST(characters.size() == 65U);
    for (const int code :
         {0xad,   0x378,  0x61c,   0x115f,  0x180e,  0x200b,  0x200e,  0x200f,  0x2028,
          0x2029, 0x202a, 0x202b,  0x202c,  0x202d,  0x202e,  0x2060,  0x2064,  0x2066,
          0x2067, 0x2068, 0x2069,  0x3164,  0xe000,  0xf8ff,  0xfdd0,  0xfe00,  0xfeff,
          0xfff9, 0xfffe, 0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xf0000, 0x10ffff}) {
        characters.push_back(utf8_of(code));
    }
    return characters;
}

std::vector<std::string> hostile_sequences() {
    std::vector<std::string> sequences = {
        "\x1b]52;c;ZXZpbA==\x07",                               // writes the clipboard
        "\x1b]52;c;?\x1b\\",                                    // reads the clipboard
        "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\", // a link
        "\x1b]0;title\x07",
        "\x1b]2;title\x1b\\",
        "\x1b[21t", // reports the title as if typed
        "\x1b[6n",  // reports the cursor
        "\x1b[c",
        "\x1b[>c",
        "\x1b[2J",
        "\x1b[H",
        "\x1b[1A",
        "\x1b[?1049h",
        "\x1b[?25l",
        "\x1b[31m",
        "\x1b[8mhidden\x1b[0m",
        "\x1b"
        "c",
        "\x1b(0",
        "\x1bP+q544e\x1b\\",
        "\x1b_Gi=1;AAAA\x1b\\",
        "\x1b^x\x1b\\",
        "\x1b]1337;File=:AAAA\x07",
        "\xc2\x9b"
        "31m",
        "\xc2\x9d"
        "0;title\xc2\x9c",
        "\xc2\x90q\xc2\x9c",
        "\r\x1b[KLooks like another line",
        "abc\b\b\bxyz",
    };
    for (auto& character : hostile_characters()) {
        sequences.push_back("a" + character + "b");
    }
    return sequences;
}

/// Whether the output contains one of them. Line feeds belong to the output itself.
bool is_clean(const std::string& text) {
    for (const auto& character : hostile_characters()) {
        if (character != "\n" && text.find(character) != std::string::npos) {
            return false;
        }
    }
    return true;
}

/// A document with the text in every field.
Document document_of(const std::string& text) {
    Document document;
    document.title = text;
    document.subtitle = text;
    document.letterhead = {text, text};
    document.footer = text;
    document.watermark = text;
    document.add(TableOfContents{});
    for (const int level : {1, 2, 3}) {
        document.add(Heading{level, text});
    }
    for (const auto tone :
         {Tone::normal, Tone::small, Tone::remark, Tone::warning, Tone::quote, Tone::question}) {
        document.add(Paragraph{text, tone});
    }
    document.add(Facts{{{text, text}}});
    document.add(Bullets{{text, text}, false});
    document.add(Bullets{{text, text}, true});
    document.add(Grid{text, {{text, Align::left}, {text, Align::right}}, {{text, text}}});
    document.add(LineChart{
        text, text, 0, 10, {{text, {{Date{}, 3}, {Date{}.plus_days(7), 5}}}, {text, {}}}});
    document.add(BodyChart{
        text,
        {{text, "knee", "left", BodyChart::Kind::work, text},
         {text, text, text, BodyChart::Kind::finding, text}}});
    document.add(SignatureLine{text, text});
    document.add(Slip{text, {text}, {text}, {{{text}, {text}}, {{text}, {}, 1}}});
    document.letter = LetterFrame{{text}, text, {text}, {{text, text}}, text, text};
    return document;
}

std::vector<Result> results_of(const std::string& text) {
    Table table;
    table.columns = {
        {.key = "a", .title = text}, {.key = "b", .title = "B", .align = Align::right}};
    table.rows = {{text, text}, {Value::Array{text, text}, Value::Object{{text, text}}}};
    Record record;
    record.fields = {{"a", text, text}};
    const Value data = Value::Object{{"a", text}, {text, text}};
    return {
        table,
        record,
        View{[=] { return data; }, [=] { return document_of(text); }},
        Message{text, data}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(output_hostile_tests)

BOOST_AUTO_TEST_CASE(no_stored_text_controls_a_terminal) {
    for (const auto& text : hostile_sequences()) {
        for (const auto& result : results_of(text)) {
            for (const auto* format : {"", "table", "plain", "csv", "tsv", "json", "jsonl", "md"}) {
                for (const std::size_t width : {20U, 50U, 80U}) {
                    auto shown = show(result, {.format = format, .width = width});
                    if (std::string{format} == "tsv") { // its own separators
                        shown = join(split(shown, '\t'), " ");
                    }
                    BOOST_TEST(is_clean(shown), format << " of " << visible(text));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(no_stored_control_character_reaches_piped_text) {
    for (const auto& text : hostile_sequences()) {
        for (const auto& result : results_of(text)) {
            for (const auto* format : {"", "table", "plain", "json", "jsonl", "md"}) {
                BOOST_TEST(is_clean(show(result, {.format = format})), format << visible(text));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(escapes_hostile_field_names) {
    const Value data = Value::Object{{"\x1b[2J", 1}};
    const Message message{"", data};
    BOOST_TEST(is_clean(show(message, {.list_fields = true})));
    BOOST_TEST(is_clean(show(message, {.fields = {"\x1b[2J"}})));
}

BOOST_AUTO_TEST_CASE(colours_only_its_own_text) {
    const auto text = output::text_of(document_of("\x1b[31m"), 80, true);
    for (std::size_t at = text.find('\x1b'); at != std::string::npos;
         at = text.find('\x1b', at + 1)) {
        const auto sequence = text.substr(at, text.find('m', at) - at + 1);
        const bool ours = sequence == "\x1b[1m" || sequence == "\x1b[2m" ||
                          sequence == "\x1b[1;31m" || sequence == "\x1b[0m";
        BOOST_TEST(ours);
    }
}

BOOST_AUTO_TEST_CASE(keeps_names_of_every_script_as_they_are) {
    for (const std::string name :
         {"José Núñez", "王小明", "عمر الخطيب", "Ōkubo", "Владимир", "👩‍⚕️", "नमस्ते"}) {
        Record record;
        record.fields = {{"name", "Name", name}};
        for (const auto* format : {"", "csv", "tsv", "json", "md"}) {
            BOOST_TEST(show(record, {.format = format}).find(name) != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
