// SPDX-License-Identifier: MIT
#include <praxis/body.hpp>
#include <praxis/body_drawing.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace praxis;

namespace {

std::set<BodyView> views_of(const std::string& region) {
    std::set<BodyView> views;
    for (const auto& place : body_places(region, "")) {
        views.insert(place.view);
    }
    return views;
}

bool is_inside(BodyPoint point) {
    return std::abs(point.x) <= body_half_width && point.y >= 0 && point.y <= body_height;
}

/// More marks than fit: the same region many times.
BodyChart crowded(const std::string& region, const std::string& side, std::size_t count) {
    BodyChart chart;
    for (std::size_t i = 0; i < count; ++i) {
        chart.marks.push_back({std::to_string(i + 1), region, side, BodyChart::Kind::work, ""});
    }
    return chart;
}

constexpr BodyPoint apart{8, 8};

} // namespace

BOOST_AUTO_TEST_SUITE(body_drawing_tests)

BOOST_AUTO_TEST_CASE(every_region_has_a_place_in_the_drawing_for_every_side) {
    auto sides = all_sides();
    sides.emplace_back();
    for (const auto& region : all_regions()) {
        for (const auto& side : sides) {
            const auto places = body_places(region, side);
            BOOST_TEST(!places.empty(), region << " " << side);
            for (const auto& place : places) {
                BOOST_TEST(is_inside(place.at), region << " " << side);
                BOOST_TEST(is_inside({place.at.x, place.at.y - place.reach}), region);
                BOOST_TEST(is_inside({place.at.x, place.at.y + place.reach}), region);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_clients_right_is_the_viewers_left_from_the_front_only) {
    for (const auto& region : all_regions()) {
        for (const auto& place : body_places(region, "right")) {
            BOOST_TEST((place.at.x < 0) == (place.view == BodyView::front), region);
        }
        for (const auto& place : body_places(region, "left")) {
            BOOST_TEST((place.at.x > 0) == (place.view == BodyView::front), region);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_mark_without_a_side_shows_no_side) {
    for (const auto& region : all_regions()) {
        for (const auto* side : {"", "midline", "both"}) {
            double balance = 0;
            for (const auto& place : body_places(region, side)) {
                balance += place.at.x;
            }
            BOOST_TEST(balance == 0, region << " " << side);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_region_is_drawn_on_the_view_that_shows_it) {
    using Views = std::set<BodyView>;
    for (const auto* region :
         {"upper-back", "mid-back", "lower-back", "full-back", "sacrum", "glute", "calf"}) {
        BOOST_TEST((views_of(region) == Views{BodyView::back}), region);
    }
    for (const auto* region : {"face", "jaw", "chest", "abdomen", "pelvis", "shin"}) {
        BOOST_TEST((views_of(region) == Views{BodyView::front}), region);
    }
    for (const auto* region : {"full-body", "neck", "shoulder", "thigh", "foot"}) {
        BOOST_TEST((views_of(region) == Views{BodyView::front, BodyView::back}), region);
    }
}

BOOST_AUTO_TEST_CASE(no_two_regions_of_a_view_share_a_place) {
    for (const auto& one : all_regions()) {
        for (const auto& other : all_regions()) {
            for (const auto& place : body_places(one, "right")) {
                for (const auto& second : body_places(other, "right")) {
                    const double distance =
                        std::hypot(place.at.x - second.at.x, place.at.y - second.at.y);
                    BOOST_TEST(
                        (one == other || place.view != second.view || distance > 4),
                        one << " and " << other
                    );
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_figures_are_complete_closed_and_have_the_stated_size) {
    for (const auto view : {BodyView::front, BodyView::back}) {
        const auto& figure = body_figure(view);
        BOOST_TEST(!figure.details.empty());
        const auto& outline = figure.outline.points;
        BOOST_TEST(outline.front().x == outline.back().x);
        BOOST_TEST(outline.front().y == outline.back().y);
        auto lines = figure.details;
        lines.push_back(figure.outline);
        for (const auto& line : lines) {
            BOOST_TEST(line.points.size() % 3 == 1U);
            BOOST_TEST(std::all_of(line.points.begin(), line.points.end(), [](BodyPoint point) {
                return std::isfinite(point.x) && std::isfinite(point.y);
            }));
            for (std::size_t i = 0; i < line.points.size(); i += 3) {
                BOOST_TEST(is_inside(line.points[i]));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(marks_of_one_region_are_side_by_side_on_their_side) {
    for (const auto& region : all_regions()) {
        for (const auto& side : all_sides()) {
            const auto chart = crowded(region, side, 4);
            const auto placed = place_marks(chart, apart);
            for (std::size_t i = 0; i < placed.size(); ++i) {
                const auto& one = placed[i];
                BOOST_TEST(is_inside(one.at), region << " " << side);
                if (side == "right") {
                    BOOST_TEST((one.at.x < 0) == (one.place.view == BodyView::front), region);
                }
                for (std::size_t j = 0; j < i; ++j) {
                    const auto& other = placed[j];
                    const bool covered = one.place.view == other.place.view &&
                                         std::abs(one.at.x - other.at.x) < apart.x - 1e-3 &&
                                         std::abs(one.at.y - other.at.y) < apart.y - 1e-3;
                    BOOST_TEST(!covered, region << " " << side);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(marks_of_the_midline_stay_there) {
    for (const auto& placed : place_marks(crowded("sacrum", "", 5), apart)) {
        BOOST_TEST(placed.at.x == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_mark_that_spans_rows_keeps_its_line) {
    for (const auto& placed : place_marks(crowded("full-back", "left", 4), apart)) {
        BOOST_TEST(placed.at.x == placed.place.at.x);
        BOOST_TEST(std::abs(placed.at.y - placed.place.at.y) <= placed.place.reach);
    }
}

BOOST_AUTO_TEST_CASE(no_mark_is_lost_where_there_is_no_room) {
    BOOST_TEST(place_marks(crowded("neck", "midline", 400), apart).size() == 800U);
    BOOST_TEST(place_marks(crowded("neck", "", 3), {1e9, 1e9}).size() == 6U);
}

BOOST_AUTO_TEST_CASE(an_unknown_region_is_listed_and_not_drawn) {
    const auto chart = crowded("tail", "left", 1);
    BOOST_TEST(place_marks(chart, apart).empty());
    BOOST_TEST(body_places("", "").empty());
    BOOST_TEST(body_chart_legend(chart).rows.at(0).at(2) == "left tail");
}

BOOST_AUTO_TEST_CASE(the_legend_has_the_column_what_only_if_a_mark_has_a_text) {
    auto chart = crowded("knee", "", 2);
    BOOST_TEST(body_chart_legend(chart).columns.size() == 3U);
    chart.marks[1].kind = BodyChart::Kind::finding;
    chart.marks[1].text = "warm";
    const auto legend = body_chart_legend(chart);
    BOOST_TEST(legend.columns.size() == 4U);
    const std::vector<std::string> first{"1", "work", "knee", ""};
    const std::vector<std::string> second{"2", "finding", "knee", "warm"};
    BOOST_TEST(legend.rows.at(0) == first, boost::test_tools::per_element());
    BOOST_TEST(legend.rows.at(1) == second, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
