// SPDX-License-Identifier: MIT
#include "pdf/columns.hpp"
#include "pdf/flow.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>

using namespace praxis::exports::pdf;

namespace {

Slot paragraph(std::size_t lines, double height = 10) {
    Slot slot;
    slot.lines.assign(lines, height);
    slot.split = Split::freely;
    return slot;
}

Slot block(double height) {
    Slot slot;
    slot.lines = {height};
    return slot;
}

} // namespace

BOOST_AUTO_TEST_SUITE(flow_tests)

BOOST_AUTO_TEST_CASE(boxes_that_fit_exactly_share_one_page) {
    BOOST_TEST(paginate({block(40), block(60)}, 100).size() == 1U);
    BOOST_TEST(paginate({block(40), block(60.5)}, 100).size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_empty_document_has_one_page) {
    BOOST_TEST(paginate({}, 100).size() == 1U);
}

BOOST_AUTO_TEST_CASE(space_above_is_dropped_at_the_top_of_a_page) {
    auto second = block(60);
    second.space = 20;
    const auto pages = paginate({block(60), second}, 100);
    BOOST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(pages[1].front().y == 0);
}

BOOST_AUTO_TEST_CASE(a_heading_stays_with_the_next_box) {
    auto heading = block(20);
    heading.keep_with_next = true;
    const auto pages = paginate({block(70), heading, paragraph(4)}, 100);
    BOOST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(pages[0].size() == 1U);
    BOOST_TEST(pages[1].front().slot == 1U);
}

BOOST_AUTO_TEST_CASE(a_divided_paragraph_leaves_no_line_alone) {
    const auto pages = paginate({block(70), paragraph(4)}, 100);
    BOOST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(pages[0].back().last == 2U);
    BOOST_TEST(pages[1].front().first == 2U);
    BOOST_TEST(pages[1].front().last == 4U);
}

BOOST_AUTO_TEST_CASE(three_lines_stay_together) {
    const auto pages = paginate({block(80), paragraph(3)}, 100);
    BOOST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(pages[0].size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_table_repeats_its_head_on_the_next_page) {
    auto head = block(10);
    head.header = 0;
    auto row = block(30);
    row.header = 0;
    const auto pages = paginate({head, row, row, row, row}, 100);
    BOOST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(pages[0].size() == 4U);
    BOOST_REQUIRE(pages[1].size() == 2U);
    BOOST_TEST(pages[1][0].slot == 0U);
    BOOST_TEST(pages[1][0].repeated);
    BOOST_TEST(pages[1][1].slot == 4U);
    BOOST_TEST(pages[1][1].y == 10);
}

BOOST_AUTO_TEST_CASE(a_row_is_divided_only_when_it_is_taller_than_a_page) {
    auto row = paragraph(6);
    row.split = Split::when_too_tall;
    BOOST_TEST(paginate({block(60), row}, 100)[0].size() == 1U);
    row.lines.assign(25, 10);
    const auto pages = paginate({block(60), row}, 100);
    std::size_t lines = 0;
    for (const auto& page : pages) {
        for (const auto& placed : page) {
            lines += placed.slot == 1 ? placed.last - placed.first : 0;
        }
    }
    BOOST_TEST(lines == 25U);
}

BOOST_AUTO_TEST_CASE(a_box_taller_than_a_page_is_still_placed) {
    const auto pages = paginate({block(10), block(300), block(10)}, 100);
    BOOST_TEST(pages.size() == 3U);
    BOOST_TEST(pages[1].front().slot == 1U);
}

BOOST_AUTO_TEST_CASE(a_page_break_never_makes_an_empty_page) {
    auto second = block(10);
    second.starts_page = true;
    BOOST_TEST(paginate({block(10), second}, 100).size() == 2U);
    BOOST_TEST(paginate({second}, 100).size() == 1U);
}

BOOST_AUTO_TEST_CASE(columns_fill_the_width) {
    const auto total = [](const std::vector<double>& widths) {
        return std::accumulate(widths.begin(), widths.end(), 0.0);
    };
    const auto roomy = column_widths({{50, 20, true}, {30, 20, false}}, 200);
    BOOST_TEST(total(roomy) == 200, boost::test_tools::tolerance(0.001));
    BOOST_TEST(roomy[1] == 30);
    const auto tight = column_widths({{50, 40, true}, {500, 60, true}}, 200);
    BOOST_TEST(total(tight) == 200, boost::test_tools::tolerance(0.001));
    BOOST_TEST(tight[0] == 50, boost::test_tools::tolerance(0.001));
    const auto broken = column_widths({{300, 300, true}, {100, 100, true}}, 200);
    BOOST_TEST(total(broken) == 200, boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_SUITE_END()
