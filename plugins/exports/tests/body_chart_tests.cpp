// SPDX-License-Identifier: MIT
#include "figure/sketch.hpp"
#include "html/html_renderer.hpp"

#include <praxis/body.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

using namespace praxis;
using exports::Label;
using exports::Sketch;

namespace {

using Kind = BodyChart::Kind;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A mark for each region, work and findings in turn.
BodyChart whole_body() {
    BodyChart chart;
    for (const auto& region : all_regions()) {
        const auto number = chart.marks.size() + 1;
        chart.marks.push_back(
            {std::to_string(number), region, "right", number % 2 == 0 ? Kind::finding : Kind::work}
        );
    }
    return chart;
}

Document document_with(BodyChart chart) {
    Document document;
    document.add(std::move(chart));
    return document;
}

template <typename Part> std::vector<Part> parts_of(const Sketch& sketch) {
    std::vector<Part> parts;
    for (const auto& part : sketch.parts) {
        if (const auto* one = std::get_if<Part>(&part)) {
            parts.push_back(*one);
        }
    }
    return parts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(body_chart_tests)

BOOST_AUTO_TEST_CASE(draws_every_mark_within_the_sheet) {
    const auto chart = whole_body();
    const auto sketch = exports::draw_body_chart(chart, 480);
    const auto labels = parts_of<Label>(sketch);
    for (const auto& mark : chart.marks) {
        BOOST_TEST(
            std::any_of(
                labels.begin(),
                labels.end(),
                [&](const Label& label) { return label.text == mark.label; }
            ),
            mark.region
        );
    }
    for (const auto& mark : parts_of<exports::Mark>(sketch)) {
        BOOST_TEST(mark.centre.x >= mark.radius);
        BOOST_TEST(mark.centre.x <= sketch.width - mark.radius);
        BOOST_TEST(mark.centre.y >= mark.radius);
        BOOST_TEST(mark.centre.y <= sketch.height);
    }
}

BOOST_AUTO_TEST_CASE(separates_work_from_findings_without_colour) {
    const BodyChart chart{
        "", {{"1", "chest", "", Kind::work, ""}, {"A", "abdomen", "", Kind::finding, ""}}};
    const auto marks = parts_of<exports::Mark>(exports::draw_body_chart(chart, 480));
    const auto hollow = std::count_if(marks.begin(), marks.end(), [](const exports::Mark& mark) {
        return mark.hollow;
    });
    BOOST_TEST(marks.size() == 4U); // two of them are the key
    BOOST_TEST(hollow == 2);
}

BOOST_AUTO_TEST_CASE(explains_only_the_kinds_that_it_shows) {
    const BodyChart chart{"", {{"1", "chest", "", Kind::work, ""}}};
    BOOST_TEST(parts_of<exports::Mark>(exports::draw_body_chart(chart, 480)).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_page_lists_every_mark_as_text) {
    const auto page = exports::html::render(document_with(whole_body()), Paper::a4);
    for (const auto& region : all_regions()) {
        BOOST_TEST(contains(page, "<bdi>" + region_with_side(region, "right") + "</bdi>"), region);
    }
    BOOST_TEST(contains(page, "role=\"img\" aria-labelledby=\"figure1-title figure1-description\"")
    );
    BOOST_TEST(contains(page, "<title id=\"figure1-title\">Body chart</title>"));
    BOOST_TEST(contains(page, "Work 1: right head. Finding 2: right face."));
    BOOST_TEST(contains(page, "fill=\"#ffffff\" stroke=\"#b4500f\""));
}

BOOST_AUTO_TEST_CASE(describes_the_drawing_in_words) {
    const BodyChart chart{
        "",
        {{"1", "lower-back", "right", Kind::work, "Deep tissue"},
         {"A", "shin", "", Kind::finding, ""}}};
    BOOST_TEST(
        exports::describe(chart) ==
        "Body from the front and from behind. Work 1: right lower back, "
        "Deep tissue. Finding A: shin."
    );
}

BOOST_AUTO_TEST_CASE(the_small_chart_is_black_and_keeps_within_its_place) {
    auto chart = whole_body();
    chart.marks.push_back({"", "thigh", "left", Kind::radiation, ""});
    const auto size = exports::small_body_chart_size();
    const auto sketch = exports::draw_small_body_chart(chart, 500);
    BOOST_TEST(sketch.height == size.y);
    for (const auto& stroke : parts_of<exports::Stroke>(sketch)) {
        const bool is_plain = stroke.colour.rgb == 0 || stroke.colour == exports::colours::paper;
        BOOST_TEST(is_plain);
        for (const auto& point : stroke.points) {
            BOOST_TEST(point.x >= 500 - size.x);
            BOOST_TEST(point.x <= 500);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_small_chart_shades_a_place_once_and_draws_where_pain_spreads) {
    const BodyChart one{"", {{"1", "glute", "right", Kind::pain, ""}}, true};
    auto two = one;
    two.marks.push_back({"1", "glute", "right", Kind::finding, ""});
    const auto strokes = [](const BodyChart& chart) { // above the key
        const auto all = parts_of<exports::Stroke>(exports::draw_small_body_chart(chart, 160));
        const double key = exports::small_body_chart_size().y - 15;
        return static_cast<std::size_t>(std::count_if(
            all.begin(),
            all.end(),
            [key](const auto& stroke) { return stroke.points.front().y < key; }
        ));
    };
    BOOST_TEST(strokes(one) > 5U); // hatching, an outline, the line to the number
    BOOST_TEST(strokes(two) == strokes(one));
    auto spreading = one;
    spreading.marks.push_back({"", "thigh", "right", Kind::radiation, ""});
    BOOST_TEST(strokes(spreading) > strokes(one));
    const auto labels = parts_of<Label>(exports::draw_small_body_chart(spreading, 160));
    BOOST_TEST(std::any_of(labels.begin(), labels.end(), [](const auto& label) {
        return label.text == "spreads";
    }));
}

BOOST_AUTO_TEST_CASE(work_without_pain_has_a_dashed_line) {
    const BodyChart chart{"", {{"", "calf", "left", Kind::work, ""}}, true};
    const auto strokes = parts_of<exports::Stroke>(exports::draw_small_body_chart(chart, 160));
    BOOST_TEST(std::any_of(strokes.begin(), strokes.end(), [](const auto& stroke) {
        return !stroke.dashes.empty();
    }));
}

BOOST_AUTO_TEST_SUITE_END()
