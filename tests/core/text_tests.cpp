// SPDX-License-Identifier: MIT
#include "text/code_points.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using namespace praxis;

namespace {

std::string encoded(char32_t code) {
    std::string text;
    unicode::append(text, static_cast<unicode::CodePoint>(code));
    return text;
}

/// Calls the function with each code point as text: the first two planes, the compatibility
/// ideographs, the tags and the last code points, without NUL.
template <class Action> void for_every_character(Action action) {
    struct Range {
        char32_t first;
        char32_t last;
    };

    for (const auto [first, last] :
         {Range{0x1, 0x33FF},
          Range{0xA000, 0xABFF},
          Range{0xD7A0, 0xD7FF},
          Range{0xE000, 0xE0FF},
          Range{0xF900, 0x1FFFF},
          Range{0x2F800, 0x2FA1F},
          Range{0xE0000, 0xE0FFF},
          Range{0x10FF00, 0x10FFFF}}) {
        for (auto code = first; code <= last; ++code) {
            action(encoded(code));
        }
    }
}

/// Pseudo-random texts of mixed scripts, marks, emoji, spaces, controls and broken bytes, the same
/// in each run.
std::vector<std::string> jumbled_texts(int count) {
    static const std::vector<std::string> pieces{
        "Maria",   "josé", " ",      "  ",     "\n",       "王小明", "عمر",   "👩‍⚕️", "🇪🇸",
        "e\u0301", "ł",    "\u200d", "\u202e", "\x1b[31m", "कि",     "x",     "한국",          "ß",
        "\xff",    "-",    "'",      "\t",     "㎏",       "\u0338", "\u0345"};
    std::mt19937 random{20261120};
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i) {
        std::string text;
        for (auto length = random() % 20; length > 0; --length) {
            text += pieces[random() % pieces.size()];
        }
        texts.push_back(text);
    }
    return texts;
}

using Lines = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(text_tests)

BOOST_AUTO_TEST_CASE(folds_spellings_of_the_same_name) {
    BOOST_TEST(fold("José  Núñez") == "jose nunez");
    BOOST_TEST(fold("JOSE NUNEZ") == "jose nunez");
    BOOST_TEST(fold("  Jose\u0301 \t Nun\u0303ez\n") == "jose nunez");
    BOOST_TEST(fold("Łukasz Øster Đorđe Müßig") == "lukasz oster dorde mussig");
    BOOST_TEST(fold("Æsa Œuvre Þór Ðagur") == "aesa oeuvre thor dagur");
    BOOST_TEST(fold("İstanbul ISIK ışık") == "istanbul isik isik");
    BOOST_TEST(fold("Nguyễn Thị Hồng Đào") == "nguyen thi hong dao");
    BOOST_TEST(fold("ΣΊΣΥΦΟΣ") == fold("Σίσυφος"));
    BOOST_TEST(fold("ВЛАДИМИР Королёв") == "владимир королев");
    BOOST_TEST(fold("Ｍａｒｉａ") == "maria");
    BOOST_TEST(fold("O’Brien") == "o'brien");
    BOOST_TEST(fold("Anne–Marie") == "anne-marie");
    BOOST_TEST(fold("أحمد") == fold("احمد"));
    BOOST_TEST(fold("مُحَمَّد") == fold("محمد"));
    BOOST_TEST(fold("zero\u200bwidth\u00ad") == "zerowidth");
    BOOST_TEST(fold("한국") == "한국");
    BOOST_TEST(fold("") == "");
    BOOST_TEST(fold("   ") == "");
}

BOOST_AUTO_TEST_CASE(keeps_marks_that_make_another_word) {
    BOOST_TEST(fold("राम") != fold("रामा"));
    BOOST_TEST(fold("かとう") != fold("がとう"));
    BOOST_TEST(fold("ｶﾞ") == fold("ガ"));
    BOOST_TEST(fold("王小明") == "王小明");
}

BOOST_AUTO_TEST_CASE(folding_twice_changes_nothing_more) {
    constexpr std::size_t letters_of_text = 60;
    std::string text;
    for_every_character([&text](const std::string& letter) {
        text += "a" + letter + "\u0301 " + letter;
        if (text.size() > letters_of_text) {
            const auto once = fold(text);
            if (fold(once) != once) {
                BOOST_ERROR("folds further: " << visible(text));
            }
            text.clear();
        }
    });
    for (const auto& jumble : jumbled_texts(2000)) {
        BOOST_TEST(fold(fold(jumble)) == fold(jumble), visible(jumble));
    }
}

BOOST_AUTO_TEST_CASE(folding_ignores_how_a_letter_is_composed) {
    BOOST_TEST(fold("\u00e9\u0323") == fold("e\u0323\u0301"));
    BOOST_TEST(fold("ệ") == fold("e\u0302\u0323"));
    BOOST_TEST(fold("가") == fold("\u1100\u1161"));
    // Removed characters do not separate marks.
    BOOST_TEST(fold("\u0f71\u0f72\x1b\u0f71\u0f72") == fold("\u0f71\u0f71\u0f72\u0f72"));
}

BOOST_AUTO_TEST_CASE(matches_every_word_at_the_beginning_of_some_word) {
    BOOST_TEST(matches_words("María José López", "lopez mar"));
    BOOST_TEST(matches_words("María José López", "LOPEZ, maria"));
    BOOST_TEST(!matches_words("María José López", "opez"));
    BOOST_TEST(!matches_words("María José López", "maria kim"));
    BOOST_TEST(matches_words("Anne-Marie O'Brien", "marie"));
    BOOST_TEST(matches_words("Anne-Marie O'Brien", "anne-marie"));
    BOOST_TEST(matches_words("Anne-Marie O'Brien", "brien"));
    BOOST_TEST(matches_words("Anne-Marie O’Brien", "o'brien"));
    BOOST_TEST(matches_words("王小明", "小明"));
    BOOST_TEST(matches_words("김민준", "민준"));
    BOOST_TEST(matches_words("ปวดหลังส่วนล่าง", "หลัง"));
    BOOST_TEST(matches_words("어깨통증", "통증"));
    BOOST_TEST(matches_words("عمر الخطيب", "عمر"));
    BOOST_TEST(matches_words("anyone", ""));
    BOOST_TEST(!matches_words("", "maria"));
}

BOOST_AUTO_TEST_CASE(makes_terminal_controls_visible) {
    BOOST_TEST(visible("\x1b]52;c;aGk=\x07") == "\\x1b]52;c;aGk=\\x07");
    BOOST_TEST(visible(std::string_view{"a\0b", 3}) == "a\\x00b");
    BOOST_TEST(visible("a\x7f") == "a\\x7f");
    BOOST_TEST(visible("\u009b31m") == "\\u009b31m");
    BOOST_TEST(visible("\u202eabc\u2066") == "\\u202eabc\\u2066");
    BOOST_TEST(visible("a\u200bb\ufeff") == "a\\u200bb\\ufeff");
    BOOST_TEST(visible("\U000e0041") == "\\U000e0041");
    BOOST_TEST(visible("\xff\xc3") == "\\xff\\xc3");
    BOOST_TEST(visible("a\tb\r\n") == "a\\tb\\r\\n");
    BOOST_TEST(visible("one\ntwo\x1b\n", true) == "one\ntwo\\x1b\n");
    BOOST_TEST(visible("a\r\nb\tc\rd", true) == "a\nb c\\rd");
    BOOST_TEST(visible("\ue000\ufdd0\u0378\U000f0000") == "\\ue000\\ufdd0\\u0378\\U000f0000");
    BOOST_TEST(visible("\xc0\xaf\xed\xa0\x80") == "\\xc0\\xaf\\xed\\xa0\\x80");
    BOOST_TEST(visible("line\u2028end") == "line\\u2028end");
}

BOOST_AUTO_TEST_CASE(leaves_names_and_emoji_as_they_are) {
    for (const std::string text :
         {"José Núñez",
          "王小明",
          "عمر الخطيب",
          "👩‍⚕️ ok",
          "👍🏽",
          "🇪🇸",
          "👩🏽‍⚕️",
          "👨‍👩‍👧‍👦",
          "1️⃣",
          "می‌خواهم",
          "葛󠄀城",
          "क्‍ष",
          "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
          "শ্‌র", // a virama and a non-joiner
          "\U0001fae9",   // an emoji of Unicode 16
          "\U0002ebf0",   // an ideograph of Unicode 15.1
          "e\u0301"}) {
        BOOST_TEST(visible(text) == text);
    }
}

BOOST_AUTO_TEST_CASE(shows_joiners_without_a_function) {
    BOOST_TEST(visible("Ma\u200dria") == "Ma\\u200dria");
    BOOST_TEST(visible("Ma\u200cria") == "Ma\\u200cria");
    BOOST_TEST(visible("a\ufe0f") == "a\\ufe0f");
    BOOST_TEST(visible("👩\u200d") == "👩\\u200d");
}

BOOST_AUTO_TEST_CASE(shows_tags_that_are_no_flag) {
    const std::string flag = "\U0001f3f4";
    const std::string tag = "\U000e0061";
    const std::string shown = "\\U000e0061";
    BOOST_TEST(visible(flag + tag) == flag + shown);
    std::string hidden_text = flag;
    std::string shown_text = flag;
    for (int i = 0; i < 7; ++i) {
        hidden_text += tag;
        shown_text += shown;
    }
    BOOST_TEST(visible(hidden_text + "\U000e007f") == shown_text + "\\U000e007f");
}

BOOST_AUTO_TEST_CASE(lets_no_control_character_through) {
    std::size_t through = 0;
    for_every_character([&through](const std::string& letter) {
        const auto shown = visible("a" + letter + "b");
        const bool control = std::any_of(shown.begin(), shown.end(), [](char byte) {
            return (byte >= 0 && byte < 0x20) || byte == 0x7F;
        });
        const bool c1 =
            shown.find("\xc2\x80") <= 1 ||
            (letter >= "\xc2\x80" && letter < "\xc2\xa0" && shown.find(letter) != shown.npos);
        const bool bidi = (letter >= "\u202a" && letter <= "\u202e") ||
                          (letter >= "\u2066" && letter <= "\u2069") || letter == "\u200e" ||
                          letter == "\u200f" || letter == "\u061c";
        through += control || c1 || (bidi && shown.find(letter) != shown.npos) ? 1 : 0;
    });
    BOOST_TEST(through == 0U);
    for (const auto& text : jumbled_texts(2000)) {
        const auto shown = visible(text);
        BOOST_TEST(!find_invalid_utf8(shown));
        BOOST_TEST(shown.find('\x1b') == shown.npos);
        BOOST_TEST(visible(shown) == shown);
    }
}

BOOST_AUTO_TEST_CASE(counts_columns_by_grapheme) {
    BOOST_TEST(display_width("") == 0U);
    BOOST_TEST(display_width("Maria") == 5U);
    BOOST_TEST(display_width("José") == 4U);
    BOOST_TEST(display_width("Jose\u0301") == 4U);
    BOOST_TEST(display_width("王小明") == 6U);
    BOOST_TEST(display_width("한국") == 4U);
    BOOST_TEST(display_width("\u1112\u1161\u11ab") == 2U);
    BOOST_TEST(display_width("عمر") == 3U);
    BOOST_TEST(display_width("कि") == 1U);
    BOOST_TEST(display_width("👩‍⚕️") == 2U);
    BOOST_TEST(display_width("👍🏽") == 2U);
    BOOST_TEST(display_width("👨‍👩‍👧‍👦") == 2U);
    BOOST_TEST(display_width("🇪🇸") == 2U);
    BOOST_TEST(display_width("🇪🇸🇫🇷") == 4U);
    BOOST_TEST(display_width("❤️") == 2U);
    BOOST_TEST(display_width("…") == 1U);
    BOOST_TEST(display_width("\u0300") == 0U);
    BOOST_TEST(display_width("a\x1b\u200bb") == 2U);
}

BOOST_AUTO_TEST_CASE(truncates_at_a_width_with_an_ellipsis) {
    BOOST_TEST(truncate_to_width("Maria", 5) == "Maria");
    BOOST_TEST(truncate_to_width("Maria", 4) == "Mar…");
    BOOST_TEST(truncate_to_width("Maria", 1) == "…");
    BOOST_TEST(truncate_to_width("Maria", 0) == "");
    BOOST_TEST(truncate_to_width("王小明", 5) == "王小…");
    BOOST_TEST(truncate_to_width("王小明", 4) == "王…");
    BOOST_TEST(truncate_to_width("ab👩‍⚕️cd", 4) == "ab…");
    BOOST_TEST(truncate_to_width("Jose\u0301 Nunez", 5) == "Jose\u0301…");
}

BOOST_AUTO_TEST_CASE(wraps_at_spaces_and_breaks_long_words) {
    BOOST_TEST(
        wrap("one two three", 7) == (Lines{"one two", "three"}), boost::test_tools::per_element()
    );
    BOOST_TEST(
        wrap("abcdefghij k", 4) == (Lines{"abcd", "efgh", "ij k"}), boost::test_tools::per_element()
    );
    BOOST_TEST(wrap("a\n\nb\n", 10) == (Lines{"a", "", "b", ""}), boost::test_tools::per_element());
    BOOST_TEST(wrap("", 10) == (Lines{""}), boost::test_tools::per_element());
    BOOST_TEST(
        wrap("  - indented item", 12) == (Lines{"  - indented", "item"}),
        boost::test_tools::per_element()
    );
    BOOST_TEST(
        wrap("王小明王小明", 5) == (Lines{"王小", "明王", "小明"}), boost::test_tools::per_element()
    );
    BOOST_TEST(wrap("abc", 0) == (Lines{"a", "b", "c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_wrapped_line_never_exceeds_and_nothing_but_spaces_is_lost) {
    const auto without_spaces = [](std::string text) {
        std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n'; });
        return text;
    };
    for (const auto& raw : jumbled_texts(2000)) {
        const auto text = visible(raw, true);
        for (const std::size_t columns : {2U, 3U, 7U, 20U, 80U}) {
            std::string all;
            for (const auto& line : wrap(text, columns)) {
                BOOST_TEST(display_width(line) <= columns, line);
                all += line;
            }
            BOOST_TEST(without_spaces(all) == without_spaces(text));
            BOOST_TEST(display_width(truncate_to_width(text, columns)) <= columns);
        }
    }
}

BOOST_AUTO_TEST_CASE(finds_where_text_stops_being_utf8) {
    BOOST_TEST(!find_invalid_utf8("José 王 👩‍⚕️"));
    BOOST_TEST(!find_invalid_utf8(""));
    BOOST_TEST(find_invalid_utf8(std::string_view{"ab\0c", 4}).value() == 2U);
    BOOST_TEST(find_invalid_utf8("a\xff").value() == 1U);
    BOOST_TEST(find_invalid_utf8("ab\xc3").value() == 2U);           // cut off
    BOOST_TEST(find_invalid_utf8("\xc0\xaf").value() == 0U);         // overlong
    BOOST_TEST(find_invalid_utf8("\xed\xa0\x80").value() == 0U);     // surrogate
    BOOST_TEST(find_invalid_utf8("\xf4\x90\x80\x80").value() == 0U); // beyond Unicode
    BOOST_TEST(find_invalid_utf8("\x80").value() == 0U);
    for_every_character([](const std::string& letter) {
        if (find_invalid_utf8(letter)) {
            BOOST_ERROR("refused " << visible(letter));
        }
    });
}

BOOST_AUTO_TEST_CASE(trims_splits_and_joins) {
    BOOST_TEST(trim(" \t Maria Lopez \u00a0\u3000\n") == "Maria Lopez");
    BOOST_TEST(trim(" \n") == "");
    BOOST_TEST(split("a,,b", ',') == (Lines{"a", "", "b"}), boost::test_tools::per_element());
    BOOST_TEST(split("", ',') == (Lines{""}), boost::test_tools::per_element());
    BOOST_TEST(split("a,", ',') == (Lines{"a", ""}), boost::test_tools::per_element());
    BOOST_TEST(join({"a", "", "b"}, ", ") == "a, , b");
    BOOST_TEST(join({}, ", ") == "");
    BOOST_TEST(join(split("one;two;;three;", ';'), ";") == "one;two;;three;");
}

BOOST_AUTO_TEST_CASE(suggests_the_most_similar_candidate) {
    const Lines verbs{"add", "list", "show", "edit", "remove", "technique", "lower-back"};
    BOOST_TEST(did_you_mean("lst", verbs).value() == "list");
    BOOST_TEST(did_you_mean("shwo", verbs).value() == "show");
    BOOST_TEST(did_you_mean("remvoe", verbs).value() == "remove");
    BOOST_TEST(did_you_mean("ad", verbs).value() == "add");
    BOOST_TEST(did_you_mean("lower_back", verbs).value() == "lower-back");
    BOOST_TEST(did_you_mean("LOWER BACK", verbs).value() == "lower-back");
    BOOST_TEST(did_you_mean("tech", verbs).value() == "technique");
    BOOST_TEST(!did_you_mean("frobnicate", verbs));
    BOOST_TEST(!did_you_mean("xy", verbs));
    BOOST_TEST(!did_you_mean("", verbs));
    BOOST_TEST(did_you_mean("show", {"show", "shot"}).value() == "shot");
    BOOST_TEST(!did_you_mean("show", {"show"}));
    BOOST_TEST(!did_you_mean("list", {}));
    BOOST_TEST(!did_you_mean(std::string(1'000'000, 'a'), verbs));
}

BOOST_AUTO_TEST_CASE(makes_file_names_of_any_text) {
    BOOST_TEST(slug("José Núñez") == "jose-nunez");
    BOOST_TEST(slug("../../etc/passwd") == "etc-passwd");
    BOOST_TEST(slug("O'Brien, Anne–Marie") == "obrien-anne-marie");
    BOOST_TEST(slug("王小明") == "王小明");
    BOOST_TEST(slug("...") == "unnamed");
    BOOST_TEST(slug("") == "unnamed");
    BOOST_TEST(slug("-rf") == "rf");
    const auto long_name = slug(std::string(1000, 'x'));
    BOOST_TEST(long_name.size() <= 200U);
    for (const auto& text : jumbled_texts(500)) {
        const auto name = slug(text);
        BOOST_TEST(name.find_first_of("/\\\n\t\x1b .:") == name.npos);
        BOOST_TEST(!find_invalid_utf8(name));
        BOOST_TEST(slug(name) == name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
