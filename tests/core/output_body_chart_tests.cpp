// SPDX-License-Identifier: MIT
#include "output/render.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

using namespace praxis;
using output::markdown_of;
using output::text_of;

namespace {

using Kind = BodyChart::Kind;

Document only(BodyChart chart) {
    Document document;
    document.add(std::move(chart));
    return document;
}

BodyChart desk_worker() {
    return {
        "Body chart",
        {{"1", "lower-back", "both", Kind::work, "Deep tissue massage, 20 min"},
         {"2", "shoulder", "right", Kind::work, ""},
         {"A", "lower-back", "right", Kind::finding, "tone high"},
         {"B", "shin", "left", Kind::finding, ""}}};
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    for (const auto& line : split(text, '\n')) {
        widest = std::max(widest, display_width(line));
    }
    return widest;
}

/// Blank braille characters as spaces, so that this file is readable.
std::string spaced(std::string text) {
    constexpr std::string_view blank = "\u2800";
    for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank)) {
        text.replace(at, blank.size(), " ");
    }
    return text;
}

bool has_dots(const std::string& text) {
    return text.find("\xe2\xa0") != std::string::npos || text.find("\xe2\xa1") != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(output_body_chart_tests)

BOOST_AUTO_TEST_CASE(draws_both_views_and_lists_every_mark) {
    BOOST_TEST(spaced(text_of(only(desk_worker()), 80, false)) == R"(Body chart
  right   FRONT    left    left    BACK    right
          ⡴⠋⠉⠙⢦                    ⡴⠋⠉⠙⢦
          ⢳⠚⣤⠓⡞                    ⢳   ⡞
          ⠘⣮⣉⣵⠃                    ⠘⡆ ⢰⠃
       ⢀⣀⣤⣔⣃⣀⣘⣢⣤⣀⡀              ⢀⣀⡤⠔⠃⢀⠘⠢⢤⣀⡀
       2 ⠉     ⠉ ⠙⡆            ⢰⠋ ⡀ ⡄⢸⢠ ⢀ 2
      ⡎⢀⣄⡀     ⢀⣠⡀⢱            ⡎⢀⡄⡇⢰⠃⢸⠘⡆⢸⢠⡀⢱
      ⡇⣸⢧⠉⠓⠉ ⠉⠚⠉⡼⣇⢸            ⡇⣸⢧⠙⠃ ⢸ ⠘⠋⡼⣇⢸
     ⢸⢁⡇⢸       ⡇⢸⡈⡇          ⢸⢁⡇⢸   ⢸   ⡇⢸⡈⡇
     ⡞⣸  ⡇     ⢸  ⣇⢳          ⡞⣸  ⡇ 1 1 A  ⣇⢳
    ⢸⢡⠇ ⢸⠁  ⠘  ⠈⡇ ⠸⡌⡇        ⢸⢡⠇ ⢸⠁  ⠸  ⠈⡇ ⠸⡌⡇
    ⡜⡞  ⡏⠲⣄   ⣠⠖⢹  ⢳⢣        ⡜⡞  ⡏   ⢰   ⢹  ⢳⢣
   ⢠⠇⡇  ⡇ ⠈⠙⣶⠋⠁ ⢸  ⢸⠸⡄      ⢠⠇⡇  ⡇⡀  ⣾  ⢀⢸  ⢸⠸⡄
   ⢸⢰⠃  ⡇   ⣿   ⢸  ⠘⡆⡇      ⢸⢰⠃  ⡇⠙⠒⠚⣿⠓⠒⠋⢸  ⠘⡆⡇
   ⠈⠋   ⡇  ⢸⠉⡇  ⢸   ⠙⠁      ⠈⠋   ⡇  ⢸⠉⡇  ⢸   ⠙⠁
        ⢸  ⢸ ⡇  ⡇                ⢸  ⢸ ⡇  ⡇
        ⠘⡆ ⡼ ⢧ ⢰⠃                ⠘⡆ ⡼ ⢧ ⢰⠃
         ⡿⠼⣇ ⣸⠧⢿                  ⡷⠒⣇ ⣸⠒⢾
         ⡇ ⢸ ⡇ ⢸                  ⡇ ⢸ ⡇ ⢸
         ⡇ ⣸  B                   ⣧⣠⣼ ⣧⣄⣼
         ⢹ ⡇ ⢸ ⡏                  ⢹ ⡇ ⢸ ⡏
         ⢘⡆⡇ ⢸⢰⡃                  ⢘⡆⡇ ⢸⢰⡃
         ⣼⣀⡇ ⢸⣀⣧                  ⣼⣀⡇ ⢸⣀⣧

MARK  KIND     WHERE                   WHAT
1     work     lower back, both sides  Deep tissue massage, 20 min
2     work     right shoulder
A     finding  right lower back        tone high
B     finding  left shin
)");
}

BOOST_AUTO_TEST_CASE(keeps_to_the_width_and_names_every_mark_at_any) {
    BodyChart chart;
    for (const auto& region : all_regions()) {
        chart.marks.push_back({region.substr(0, 2), region, "both", Kind::work, ""});
    }
    for (const std::size_t width : {30U, 40U, 48U, 50U, 80U, 200U}) {
        const auto text = text_of(only(chart), width, false);
        BOOST_TEST(widest_line(text) <= width);
        BOOST_TEST(has_dots(text) == (width >= 48));
        for (const auto& region : all_regions()) {
            BOOST_TEST(text.find(region_with_side(region, "")) != std::string::npos, region);
        }
    }
}

BOOST_AUTO_TEST_CASE(is_no_taller_than_a_small_terminal) {
    auto chart = desk_worker();
    chart.marks.resize(1);
    const auto lines = split(text_of(only(chart), 50, false), '\n');
    std::size_t drawn = 0;
    for (const auto& line : lines) {
        drawn += has_dots(line) ? 1 : 0;
    }
    BOOST_TEST(drawn == 23U); // with its title line
}

BOOST_AUTO_TEST_CASE(means_the_same_without_colour) {
    const auto plain = text_of(only(desk_worker()), 80, false);
    auto coloured = text_of(only(desk_worker()), 80, true);
    BOOST_TEST(coloured != plain);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) + 1 - at);
    }
    BOOST_TEST(coloured == plain);
}

BOOST_AUTO_TEST_CASE(is_its_legend_in_markdown) {
    BOOST_TEST(
        markdown_of(only(desk_worker())) ==
        "**Body chart**\n"
        "\n"
        "| Mark | Kind | Where | What |\n"
        "| --- | --- | --- | --- |\n"
        "| 1 | work | lower back, both sides | Deep tissue massage, 20 min |\n"
        "| 2 | work | right shoulder |  |\n"
        "| A | finding | right lower back | tone high |\n"
        "| B | finding | left shin |  |\n"
    );
}

BOOST_AUTO_TEST_CASE(draws_no_figure_without_a_mark) {
    BOOST_TEST(text_of(only({}), 80, false) == "nothing marked\n");
    BOOST_TEST(markdown_of(only({})) == "nothing marked\n");
    const BodyChart unknown{"", {{"1", "tail", "", Kind::work, ""}}};
    BOOST_TEST(!has_dots(text_of(only(unknown), 80, false)));
    BOOST_TEST(text_of(only(unknown), 80, false).find("tail") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(draws_labels_of_any_length) {
    for (const auto* label : {"", "a long label", "王小明", "👩‍⚕️", "\n"}) {
        const BodyChart chart{"", {{label, "hand", "both", Kind::work, ""}}};
        const auto text = text_of(only(chart), 50, false);
        BOOST_TEST(widest_line(text) <= 50U, label);
        BOOST_TEST(has_dots(text), label);
    }
}

BOOST_AUTO_TEST_SUITE_END()
