// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace praxis;

namespace {

std::string refusal(std::string_view text) {
    try {
        return "read as " + to_json(parse_json(text, "note.json"));
    } catch (const Refused& error) {
        return error.what();
    }
}

/// A pseudo-random tree of data, the same in each run.
class Trees {
  public:
    Value next(int levels = 5) {
        switch (random_() % (levels > 0 ? 8 : 6)) {
        case 0:
            return {};
        case 1:
            return random_() % 2 == 0;
        case 2:
            return static_cast<std::int64_t>(random_()) / 1024; // exact as a double
        case 3:
            return any_number();
        case 4:
        case 5:
            return any_text();
        case 6: {
            Value list{Value::Array{}};
            for (auto count = random_() % 4; count > 0; --count) {
                list.push_back(next(levels - 1));
            }
            return list;
        }
        default: {
            Value table{Value::Object{}};
            for (auto count = random_() % 4; count > 0; --count) {
                table[any_text()] = next(levels - 1);
            }
            return table;
        }
        }
    }

  private:
    double any_number() {
        const auto number = std::bit_cast<double>(random_());
        return std::isfinite(number) ? number : 0.1;
    }

    std::string any_text() {
        static const std::vector<std::string> pieces{
            "a",
            "\"",
            "\\",
            "\n",
            "\x1b",
            "\x7f",
            "é",
            "王",
            "👩‍⚕️",
            "/",
            "'",
            "\u202e",
            "\u2028",
            "\u00ad",
            "</x>",
            " "};
        std::string text;
        for (auto count = random_() % 6; count > 0; --count) {
            text += pieces[random_() % pieces.size()];
        }
        return text;
    }

    std::mt19937_64 random_{20261120};
};

} // namespace

BOOST_AUTO_TEST_SUITE(json_tests)

BOOST_AUTO_TEST_CASE(reads_each_kind_with_its_line) {
    const auto value = parse_json(
        "{\n  \"text\": \"a\\u00e9\\n\",\n  \"whole\": -7\n,\n\"number\": 6.50,\n"
        "\"list\": [\n true,\n null],\n \"table\":\n {}}",
        "note.json"
    );
    BOOST_TEST(value.line() == 1);
    BOOST_TEST(value.find("text")->as_text() == "aé\n");
    BOOST_TEST(value.find("text")->line() == 2);
    BOOST_TEST(value.find("whole")->as_integer() == -7);
    BOOST_TEST(value.find("whole")->line() == 3);
    BOOST_TEST(value.find("number")->as_number() == 6.5);
    BOOST_TEST(value.find("number")->line() == 5);
    BOOST_TEST(value.find("list")->line() == 6);
    BOOST_TEST(value.find("list")->as_array().at(0).line() == 7);
    BOOST_TEST(value.find("list")->as_array().at(1).is_null());
    BOOST_TEST(value.find("table")->line() == 10);
    BOOST_TEST(value.as_object().back().first == "table");
    BOOST_TEST(parse_json(" 6 ", "x").as_integer() == 6);
}

BOOST_AUTO_TEST_CASE(reads_the_json_that_it_writes) {
    Trees trees;
    for (int i = 0; i < 2000; ++i) {
        const auto value = trees.next();
        BOOST_TEST((parse_json(to_json(value), "x") == value), to_json(value));
        BOOST_TEST((parse_json(to_json(value, 2), "x") == value));
        BOOST_TEST(to_json(parse_json(to_json(value), "x")) == to_json(value));
    }
}

BOOST_AUTO_TEST_CASE(canonical_bytes_depend_on_the_content_alone) {
    Trees trees;
    for (int i = 0; i < 2000; ++i) {
        const auto value = trees.next();
        const auto canonical = to_canonical_json(value);
        BOOST_TEST(to_canonical_json(parse_json(canonical, "x")) == canonical);
        BOOST_TEST(to_canonical_json(parse_json(to_json(value, 4), "x")) == canonical);
    }
}

BOOST_AUTO_TEST_CASE(writes_the_shortest_form_of_a_number_that_reads_back) {
    BOOST_TEST(to_json(Value{0.1}) == "0.1");
    BOOST_TEST(to_json(Value{6.5}) == "6.5");
    BOOST_TEST(to_json(Value{60.0}) == "60.0");
    BOOST_TEST(to_json(Value{1e300}) == "1e+300");
    BOOST_TEST(to_json(Value{1e22}) == "1e+22");
    BOOST_TEST(to_json(Value{5e-324}) == "5e-324");
    BOOST_TEST(to_json(Value{std::numeric_limits<std::int64_t>::min()}) == "-9223372036854775808");
    BOOST_TEST(to_json(Value{std::nan("")}) == "null");
}

BOOST_AUTO_TEST_CASE(writes_in_one_line_or_indented) {
    const Value value{Value::Object{{"b", Value::Array{1, 2}}, {"a", Value::Object{}}}};
    BOOST_TEST(to_json(value) == "{\"b\":[1,2],\"a\":{}}");
    BOOST_TEST(to_json(value, 2) == "{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": {}\n}");
    BOOST_TEST(to_json(Value{Value::Array{}}, 2) == "[]");
}

BOOST_AUTO_TEST_CASE(written_text_cannot_control_a_terminal) {
    BOOST_TEST(to_json(Value{"\x1b[31m\n\t\b\f\r"}) == "\"\\u001b[31m\\n\\t\\b\\f\\r\"");
    BOOST_TEST(
        to_json(Value{"\x7f\u0085\u202e\u2066\ufeff"}) == "\"\\u007f\\u0085\\u202e\\u2066\\ufeff\""
    );
    BOOST_TEST(to_json(Value{"José 王 👩‍⚕️"}) == "\"José 王 👩‍⚕️\"");
}

BOOST_AUTO_TEST_CASE(invalid_utf8_is_replaced_for_display) {
    BOOST_TEST(to_json(Value{"a\xff"}) == "\"a\xEF\xBF\xBD\"");
    BOOST_TEST(to_json(Value{std::string{"a\0b", 3}}) == "\"a\\u0000b\"");
}

BOOST_AUTO_TEST_CASE(refuses_other_texts_than_json_and_names_the_place) {
    BOOST_TEST(refusal("{\"a\": 1,\n \"b\": oops}")
                   .starts_with("note.json line 2, column 7: this is not JSON"));
    BOOST_TEST(
        refusal("{\"a\": 1")
            .starts_with("note.json line 1, column 7: the text ends before the value is complete")
    );
    BOOST_TEST(refusal("").starts_with(
        "note.json line 1, column 1: the text ends before the value is complete"
    ));
    for (const auto* const text :
         {"{a: 1}", "[1,]",      "{\"a\":1,}", "// x\n1", "'a'",      "nul",     "01",
          "1.",     ".5",        "+1",         "NaN",     "\"a\nb\"", "\"\\x\"", "\"\\ud800\"",
          "[1] 2",  "{\"a\" 1}", "]",          "}",       "1 1",      "\"a"}) {
        BOOST_TEST(refusal(text).starts_with("note.json line "), text);
    }
}

BOOST_AUTO_TEST_CASE(a_message_repeats_no_characters_of_the_text) {
    for (const auto* const text :
         {"{\"secret\": secret}",
          "[\"secret",
          "{\"secret\" \"secret\"}",
          "{\"x\": \"secret\" \"secret\"}",
          "secret",
          "[1secret]"}) {
        BOOST_TEST(refusal(text).find("secret") == std::string::npos, refusal(text));
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_duplicate_name) {
    BOOST_TEST(
        refusal("{\"pain\": 1,\n\"pain\": 2}") ==
        "note.json line 2, column 6: the name \"pain\" is already defined"
    );
    BOOST_TEST(refusal("[{\"a\":1},{\"a\":1}]").starts_with("read as"));
}

BOOST_AUTO_TEST_CASE(refuses_numbers_that_would_be_changed) {
    BOOST_TEST(refusal("[9223372036854775808]").ends_with("the number is too large"));
    BOOST_TEST(refusal("[-9223372036854775809]").ends_with("the number is too large"));
    BOOST_TEST(refusal("[123456789012345678901234567890]").ends_with("the number is too large"));
    BOOST_TEST(refusal("[1e999]").ends_with("the number is too large"));
    BOOST_TEST(refusal("[9223372036854775807]").starts_with("read as"));
}

BOOST_AUTO_TEST_CASE(refuses_invalid_text) {
    BOOST_TEST(refusal("{\"a\": \"\xff\"}") == "note.json line 1, column 8: not UTF-8");
    BOOST_TEST(
        refusal(std::string_view{"[\"a\0\"]", 6}) == "note.json line 1, column 4: a NUL byte"
    );
    BOOST_TEST(refusal("[\"a\\u0000\"]").ends_with("a text may not contain a NUL character"));
    BOOST_TEST(refusal("{\"a\\u0000\":1}").ends_with("a name may not contain a NUL character"));
}

BOOST_AUTO_TEST_CASE(refuses_deep_nesting_and_long_texts) {
    const std::string deep(64, '[');
    BOOST_TEST(refusal(deep + std::string(64, ']')).starts_with("read as"));
    BOOST_TEST(
        refusal("[" + deep + std::string(65, ']')).ends_with("more than 64 levels of brackets")
    );
    BOOST_TEST(refusal(std::string(200'000, '[')).ends_with("more than 64 levels of brackets"));
    BOOST_TEST(refusal(std::string(1'000'000, '[')).starts_with("note.json is too long"));
    std::string objects;
    for (int i = 0; i < 1000; ++i) {
        objects += "{\"a\":";
    }
    BOOST_TEST(refusal(objects).ends_with("more than 64 levels of brackets"));
    BOOST_TEST(refusal("\"" + std::string(262'142, 'x') + "\"").starts_with("read as"));
    BOOST_TEST(refusal("\"" + std::string(262'143, 'x') + "\"").starts_with("note.json is too long")
    );
}

BOOST_AUTO_TEST_CASE(reads_very_wide_objects_at_once) {
    std::string text = "{";
    for (int i = 0; i < 20'000; ++i) {
        text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":1";
    }
    BOOST_TEST(parse_json(text + "}", "x").as_object().size() == 20'000U);
}

BOOST_AUTO_TEST_SUITE_END()
