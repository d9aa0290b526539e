// SPDX-License-Identifier: MIT
#include "figure/sketch.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <limits>

namespace praxis::exports {

namespace {

Date day(const char* iso) {
    return Date::from_iso(iso).value();
}

LineChart pain() {
    LineChart chart;
    chart.title = "Pain";
    chart.series = {
        {"before", {{day("2026-10-02"), 7}, {day("2026-10-09"), 5}, {day("2026-11-20"), 3}}}};
    return chart;
}

bool has_label(const Sketch& sketch, const std::string& text) {
    return std::any_of(sketch.parts.begin(), sketch.parts.end(), [&text](const auto& part) {
        const auto* label = std::get_if<Label>(&part);
        return label != nullptr && label->text == text;
    });
}

/// The slanted lines.
std::vector<Stroke> hatching(const Sketch& sketch) {
    std::vector<Stroke> strokes;
    for (const auto& part : sketch.parts) {
        const auto* stroke = std::get_if<Stroke>(&part);
        if (stroke != nullptr && stroke->points.size() == 2 && stroke->width < 0.5 &&
            stroke->points[0].y != stroke->points[1].y) {
            strokes.push_back(*stroke);
        }
    }
    return strokes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(line_chart_tests)

BOOST_AUTO_TEST_CASE(a_chart_without_a_band_has_no_hatching) {
    const auto sketch = draw_line_chart(pain(), 480, 170);
    BOOST_TEST(hatching(sketch).empty());
    BOOST_TEST(!has_label(sketch, "sessions"));
}

BOOST_AUTO_TEST_CASE(hatches_the_band_within_the_chart) {
    auto chart = pain();
    chart.band = LineChart::Band{3.5, 5.5, "important change"};
    const auto sketch = draw_line_chart(chart, 480, 170);
    BOOST_TEST(hatching(sketch).size() > 20U);
    for (const auto& stroke : hatching(sketch)) {
        for (const auto& point : stroke.points) {
            BOOST_TEST(point.x >= 0);
            BOOST_TEST(point.x <= 480);
            BOOST_TEST(point.y >= 0);
            BOOST_TEST(point.y <= 170);
        }
    }
    BOOST_TEST(has_label(sketch, "important change"));
    BOOST_TEST(
        describe(chart).find("Hatched from 3.5 to 5.5: important change.") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(numbers_the_sessions) {
    auto chart = pain();
    chart.sessions = {day("2026-10-02"), day("2026-10-23"), day("2026-11-20")};
    const auto sketch = draw_line_chart(chart, 480, 170);
    for (const auto* number : {"1", "2", "sessions"}) {
        BOOST_TEST(has_label(sketch, number));
    }
    BOOST_TEST(has_label(sketch, "2026-10-23")); // a day without a value
    BOOST_TEST(describe(chart).ends_with("Sessions: 2026-10-02, 2026-10-23, 2026-11-20."));
}

BOOST_AUTO_TEST_CASE(survives_a_band_beyond_the_scale_and_days_without_room) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    auto chart = pain();
    for (const double edge : {-50.0, 0.0, 50.0, infinite, -infinite}) {
        chart.band = LineChart::Band{edge, edge, "band"};
        BOOST_TEST(draw_line_chart(chart, 480, 170).parts.size() < 500U);
    }
    chart.series.clear();
    chart.sessions = {day("2026-10-02")};
    BOOST_TEST(has_label(draw_line_chart(chart, 480, 170), "no value recorded yet"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::exports
