// SPDX-License-Identifier: MIT
#include "output/render.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace praxis;
using output::markdown_of;
using output::text_of;

namespace {

Date day(const char* iso) {
    return *Date::from_iso(iso);
}

Document letter() {
    Document document;
    document.letterhead = {"Hands On", "1 Main Street\nSpringfield", "+1 555 0100"};
    document.title = "Referral R-0001";
    document.subtitle = "to Dr. Ana Kim";
    document.watermark = "DRAFT";
    document.footer = "Referral R-0001, confidential";
    document.add(TableOfContents{});
    document.add(Heading{1, "Findings"});
    document.add(Heading{2, "Posture"});
    document.add(Facts{{{"Born", "1984-05-02"}, {"Occupation", "accountant"}, {"Phone", ""}}});
    document.add(Paragraph{"Dull ache across the low back.", Tone::normal});
    document.add(Paragraph{"Allergies are not recorded.", Tone::warning});
    document.add(Paragraph{"it pulls\nwhen I sit", Tone::quote});
    document.add(Paragraph{"seen once", Tone::remark});
    document.add(Bullets{{"heat", "hip flexor stretch"}, false});
    document.add(Bullets{{"first", "second"}, true});
    document.add(Grid{
        "Range of motion", {{"Movement"}, {"Before", Align::right}}, {{"flexion", "60"}}});
    document.add(PageBreak{});
    document.add(Heading{3, "Signature"});
    document.add(SignatureLine{"Ines Moreau", "signed 2026-11-20 14:35"});
    return document;
}

Document only(Block block) {
    Document document;
    document.add(std::move(block));
    return document;
}

Document paragraph(const std::string& text) {
    return only(Paragraph{text, Tone::normal});
}

LineChart pain() {
    return {
        "Pain",
        "NPRS 0-10",
        0,
        10,
        {{"now", {{day("2026-10-02"), 7}, {day("2026-10-09"), 5.5}, {day("2026-11-20"), 2}}}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(output_documents_tests)

BOOST_AUTO_TEST_CASE(writes_a_letter_as_text) {
    BOOST_TEST(
        text_of(letter(), 0, false) == "*** DRAFT ***\n"
                                       "\n"
                                       "Hands On\n"
                                       "1 Main Street\n"
                                       "Springfield\n"
                                       "+1 555 0100\n"
                                       "\n"
                                       "Referral R-0001\n"
                                       "===============\n"
                                       "to Dr. Ana Kim\n"
                                       "\n"
                                       "Contents\n"
                                       "  Findings\n"
                                       "    Posture\n"
                                       "\n"
                                       "Findings\n"
                                       "--------\n"
                                       "\n"
                                       "Posture\n"
                                       "~~~~~~~\n"
                                       "Born        1984-05-02\n"
                                       "Occupation  accountant\n"
                                       "Phone       –\n"
                                       "\n"
                                       "Dull ache across the low back.\n"
                                       "\n"
                                       "WARNING: Allergies are not recorded.\n"
                                       "\n"
                                       "> it pulls\n"
                                       "> when I sit\n"
                                       "\n"
                                       "    seen once\n"
                                       "\n"
                                       "- heat\n"
                                       "- hip flexor stretch\n"
                                       "\n"
                                       "1. first\n"
                                       "2. second\n"
                                       "\n"
                                       "Range of motion\n"
                                       "MOVEMENT  BEFORE\n"
                                       "flexion       60\n"
                                       "\n"
                                       "* * *\n"
                                       "\n"
                                       "Signature\n"
                                       "signed 2026-11-20 14:35\n"
                                       "________________________________________\n"
                                       "Ines Moreau\n"
                                       "\n"
                                       "Referral R-0001, confidential\n"
    );
}

BOOST_AUTO_TEST_CASE(writes_a_letter_as_markdown) {
    BOOST_TEST(
        markdown_of(letter()) == "**DRAFT**\n"
                                 "\n"
                                 "Hands On\\\n"
                                 "1 Main Street\\\n"
                                 "Springfield\\\n"
                                 "\\+1 555 0100\n"
                                 "\n"
                                 "# Referral R-0001\n"
                                 "\n"
                                 "to Dr. Ana Kim\n"
                                 "\n"
                                 "**Contents**\n"
                                 "\n"
                                 "- Findings\n"
                                 "  - Posture\n"
                                 "\n"
                                 "## Findings\n"
                                 "\n"
                                 "### Posture\n"
                                 "\n"
                                 "- **Born:** 1984-05-02\n"
                                 "- **Occupation:** accountant\n"
                                 "- **Phone:** –\n"
                                 "\n"
                                 "Dull ache across the low back.\n"
                                 "\n"
                                 "> **Warning:** Allergies are not recorded.\n"
                                 "\n"
                                 "> it pulls\\\n"
                                 "> when I sit\n"
                                 "\n"
                                 "> seen once\n"
                                 "\n"
                                 "- heat\n"
                                 "- hip flexor stretch\n"
                                 "\n"
                                 "1. first\n"
                                 "2. second\n"
                                 "\n"
                                 "Range of motion\n"
                                 "\n"
                                 "| Movement | Before |\n"
                                 "| --- | ---: |\n"
                                 "| flexion | 60 |\n"
                                 "\n"
                                 "---\n"
                                 "\n"
                                 "#### Signature\n"
                                 "\n"
                                 "signed 2026-11-20 14:35\\\n"
                                 "Ines Moreau\n"
                                 "\n"
                                 "---\n"
                                 "\n"
                                 "Referral R-0001, confidential\n"
    );
}

BOOST_AUTO_TEST_CASE(stays_within_the_width_asked_for) {
    auto document = letter();
    document.add(Paragraph{std::string(400, 'x'), Tone::warning});
    document.add(Facts{{{"A label that is longer than most labels are", std::string(90, 'y')}}});
    document.add(pain());
    for (std::size_t width = 24; width < 120; ++width) {
        for (const auto& line : split(text_of(document, width, false), '\n')) {
            BOOST_TEST(display_width(line) <= width, line);
        }
    }
}

BOOST_AUTO_TEST_CASE(repeats_in_words_the_meaning_of_colours) {
    const auto text = text_of(letter(), 80, true);
    BOOST_TEST(text.find("\x1b[1;31mWARNING: Allergies") != std::string::npos);
    BOOST_TEST(
        text_of(only(Paragraph{"Warning: hot stones", Tone::warning}), 80, false) ==
        "Warning: hot stones\n"
    );
    BOOST_TEST(
        markdown_of(only(Paragraph{"Warning: hot stones", Tone::warning})) ==
        "> Warning: hot stones\n"
    );
}

BOOST_AUTO_TEST_CASE(draws_a_chart_and_lists_its_values) {
    BOOST_TEST(
        text_of(only(pain()), 60, false) ==
        "Pain (NPRS 0-10)\n"
        "10 │\n"
        " 9 │\n"
        " 8 │\n"
        " 7 │ ●\n"
        " 6 │         ●\n"
        " 5 │\n"
        " 4 │\n"
        " 3 │\n"
        " 2 │                                                       ●\n"
        " 1 │\n"
        " 0 │\n"
        "   └────────────────────────────────────────────────────────\n"
        "     2026-10-02                                   2026-11-20\n"
        "\n"
        "DATE        NOW\n"
        "2026-10-02    7\n"
        "2026-10-09  5.5\n"
        "2026-11-20    2\n"
    );
}

BOOST_AUTO_TEST_CASE(lists_the_values_of_a_chart_in_markdown) {
    BOOST_TEST(
        markdown_of(only(pain())) == "**Pain (NPRS 0-10)**\n"
                                     "\n"
                                     "| Date | now |\n"
                                     "| --- | ---: |\n"
                                     "| 2026-10-02 | 7 |\n"
                                     "| 2026-10-09 | 5.5 |\n"
                                     "| 2026-11-20 | 2 |\n"
    );
}

BOOST_AUTO_TEST_CASE(distinguishes_the_series_of_a_chart) {
    auto chart = pain();
    chart.series.push_back({"worst", {{day("2026-10-02"), 7}, {day("2026-10-09"), 9}}});
    const auto text = text_of(only(chart), 60, false);
    BOOST_TEST(text.find(" 7 │ ◈\n") != std::string::npos);
    BOOST_TEST(text.find(" 9 │         ○\n") != std::string::npos);
    BOOST_TEST(text.find("● now   ○ worst   ◈ several\n") != std::string::npos);
    BOOST_TEST(text.find("2026-11-20    2\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(explains_a_mark_only_if_it_is_drawn) {
    auto chart = pain();
    chart.series.push_back({"worst", {{day("2026-10-02"), 9}}});
    const auto text = text_of(only(chart), 60, false);
    BOOST_TEST(text.find("● now   ○ worst\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(shades_the_band_of_a_chart_and_marks_the_sessions) {
    auto chart = pain();
    chart.band = LineChart::Band{4, 5, "important change"};
    chart.sessions = {day("2026-10-02"), day("2026-10-23"), day("2026-11-20")};
    const auto text = text_of(only(chart), 60, false);
    BOOST_TEST(text.find(" 7 │ ●\n") != std::string::npos);
    BOOST_TEST(text.find(" 5 │ · · · ·") != std::string::npos);
    BOOST_TEST(text.find(" 4 │ · · · ·") != std::string::npos);
    BOOST_TEST(text.find(" 3 │\n") != std::string::npos);
    BOOST_TEST(text.find("└─┴─") != std::string::npos);
    BOOST_TEST(text.find("· important change\n┴ session\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(shades_the_nearest_row_of_a_narrow_band) {
    auto chart = pain();
    chart.band = LineChart::Band{3.6, 3.8, "important change"};
    BOOST_TEST(text_of(only(chart), 60, false).find(" 4 │ · ·") != std::string::npos);
    chart.band = LineChart::Band{20, 30, "beyond the scale"};
    BOOST_TEST(text_of(only(chart), 60, false).find("10 │ · ·") != std::string::npos);
    chart.band->highest = std::numeric_limits<double>::infinity();
    BOOST_TEST(text_of(only(chart), 60, false).find("│ · ·") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(draws_every_value_at_its_true_position) {
    auto chart = pain();
    chart.series[0].points = {{day("2026-10-02"), 14}, {day("2026-10-03"), -1}};
    const auto text = text_of(only(chart), 60, false);
    BOOST_TEST(text.find("14 │ ●\n") != std::string::npos);
    BOOST_TEST(text.find("-2 │") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(draws_nothing_of_an_empty_chart_or_without_room) {
    auto chart = pain();
    BOOST_TEST(text_of(only(chart), 20, false).find("│") == std::string::npos);
    BOOST_TEST(text_of(only(chart), 20, false).find("2026-11-20    2") != std::string::npos);
    chart.series[0].points.clear();
    BOOST_TEST(text_of(only(chart), 60, false) == "Pain (NPRS 0-10)\nno value yet\n");
    BOOST_TEST(text_of(only(LineChart{}), 60, false) == "no value yet\n");
    BOOST_TEST(markdown_of(only(LineChart{})) == "no value yet\n");
}

BOOST_AUTO_TEST_CASE(survives_meaningless_charts) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    auto chart = pain();
    chart.series[0].points.push_back({day("2026-11-21"), infinite});
    chart.series[0].points.push_back({day("2026-11-22"), std::numeric_limits<double>::quiet_NaN()});
    BOOST_TEST(text_of(only(chart), 60, false).find("inf") != std::string::npos);
    for (const double edge : {0.0, 1e-300, 1e300, -1e300, infinite, -infinite}) {
        for (const double other : {0.0, 5.0, 1e308, -1e308, infinite}) {
            chart.lowest = edge;
            chart.highest = other;
            const auto text = text_of(only(chart), 60, false);
            BOOST_TEST(text.size() < 5000U);
            BOOST_TEST(text.find("5.5") != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(shows_a_year_of_daily_values) {
    auto chart = pain();
    chart.series[0].points.clear();
    for (int i = 0; i < 365; ++i) {
        chart.series[0].points.push_back({day("2026-01-01").plus_days(i), i % 11 * 1.0});
    }
    const auto text = text_of(only(chart), 80, false);
    BOOST_TEST(text.find("2026-01-01") != std::string::npos);
    BOOST_TEST(text.find("2026-12-31  ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(leaves_room_for_a_pen) {
    BOOST_TEST(
        text_of(only(SignatureLine{"Ines Moreau", ""}), 80, false) ==
        "\n________________________________________\nInes Moreau\n"
    );
    BOOST_TEST(
        markdown_of(only(SignatureLine{"Ines Moreau", ""})).find("Ines Moreau\n") !=
        std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(drops_no_cell_beyond_the_columns) {
    const Grid grid{"", {{"A"}}, {{"1", "2"}, {}}};
    BOOST_TEST(text_of(only(grid), 80, false) == "A\n1  2\n\n");
    BOOST_TEST(markdown_of(only(grid)) == "| A |  |\n| --- | --- |\n| 1 | 2 |\n|  |  |\n");
}

BOOST_AUTO_TEST_CASE(escapes_all_markdown_syntax) {
    BOOST_TEST(markdown_of(paragraph("# no heading")) == "\\# no heading\n");
    BOOST_TEST(
        markdown_of(paragraph("- no list\n+ none\n* none")) ==
        "\\- no list\\\n\\+ none\\\n\\* none\n"
    );
    BOOST_TEST(
        markdown_of(paragraph("1. no list\n12) none\n2026 none")) ==
        "1\\. no list\\\n12\\) none\\\n2026 none\n"
    );
    BOOST_TEST(markdown_of(paragraph("no heading\n===\n---")) == "no heading\\\n\\===\\\n\\---\n");
    BOOST_TEST(markdown_of(paragraph("> none")) == "\\> none\n");
    BOOST_TEST(markdown_of(paragraph("[x](javascript:alert)")) == "\\[x\\](javascript:alert)\n");
    BOOST_TEST(
        markdown_of(paragraph("<script>&lt;&#60; a & b")) == "\\<script\\>\\&lt;\\&\\#60; a & b\n"
    );
    BOOST_TEST(
        markdown_of(paragraph("*a* _b_ `c` ~~d~~ $e$")) ==
        "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$\n"
    );
    BOOST_TEST(markdown_of(paragraph("a\\\nb")) == "a\\\\\\\nb\n");
    BOOST_TEST(markdown_of(paragraph("    no code")) == "no code\n");
    BOOST_TEST(
        markdown_of(paragraph("see https://evil.example or WWW.evil.example")) ==
        "see https\\://evil.example or WWW\\.evil.example\n"
    );
    BOOST_TEST(markdown_of(paragraph("one\n\n\ntwo")) == "one\n\ntwo\n");
    BOOST_TEST(markdown_of(only(Paragraph{"one\n\ntwo", Tone::quote})) == "> one\n>\n> two\n");
    BOOST_TEST(markdown_of(only(Bullets{{"one\n\n- two"}, false})) == "- one\n\n  \\- two\n");
}

BOOST_AUTO_TEST_CASE(keeps_cells_of_a_markdown_table_in_their_row) {
    const Grid grid{"", {{"a|b"}}, {{"x | y\nz"}, {"ends in \\"}, {"`|`"}}};
    BOOST_TEST(
        markdown_of(only(grid)) == "| a\\|b |\n"
                                   "| --- |\n"
                                   "| x \\| y<br>z |\n"
                                   "| ends in \\\\ |\n"
                                   "| \\`\\|\\` |\n"
    );
}

BOOST_AUTO_TEST_CASE(writes_nothing_of_an_empty_document) {
    BOOST_TEST(text_of({}, 80, false).empty());
    BOOST_TEST(markdown_of({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
