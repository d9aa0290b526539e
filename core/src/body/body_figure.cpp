// SPDX-License-Identifier: MIT
#include <praxis/body_drawing.hpp>

#include <algorithm>
#include <cmath>

namespace praxis {
namespace {

using Points = std::vector<BodyPoint>;

// The half on the viewer's right; the other half is its mirror image.

Points head_to_armpit() {
    return {{0, 0},        {5.6, 1.4},  {9, 6.2},      {9.2, 12.5}, {7.9, 18.6},   {5.6, 22.8},
            {5, 27.2},     {8.6, 31.4}, {15.6, 34.2},  {22, 36.8},  {26.2, 43},    {28, 54},
            {29.6, 65},    {31.6, 75},  {34.2, 83.4},  {36, 93},    {37.2, 101},   {39.4, 107},
            {40.6, 113.4}, {39.6, 119}, {37.2, 121},   {35.2, 117}, {34.8, 112.4}, {33.6, 113.2},
            {32.4, 111},   {33, 105.4}, {33.4, 100.4}, {30.8, 92},  {27.8, 82},    {25.8, 74},
            {22.6, 62},    {19.8, 50.4}};
}

Points armpit_to_crotch() {
    return {{19.8, 50.4}, {18.8, 58},  {16.8, 68},  {15.4, 77},    {16.4, 86},    {19, 96},
            {20, 106},    {19.4, 118}, {17.4, 132}, {15, 144},     {14.4, 151},   {15.2, 160},
            {14.4, 170},  {12, 182},   {11.2, 189}, {12.8, 194.4}, {14.6, 198.4}, {11, 200},
            {6.6, 199.2}, {6, 194},    {6.2, 188},  {5.4, 178},    {4, 166},      {4.2, 156},
            {5, 149},     {4.4, 140},  {2.8, 124},  {1.4, 112},    {0, 104}};
}

struct Detail {
    bool mirrored;
    Points points;
};

std::vector<Detail> front_details() {
    return {
        {false, {{-5.6, 22.8}, {-3.2, 25.8}, {0, 26.8}, {3.2, 25.8}, {5.6, 22.8}}}, // chin
        {true, {{2.3, 12}, {3.8, 11.3}, {5.3, 12}}},                                // eye
        {false, {{-1, 15.8}, {0, 16.3}, {1, 15.8}}},                                // nose
        {false, {{-2.6, 19.6}, {0, 20}, {2.6, 19.6}}},                              // mouth
        {true, {{2, 36}, {8, 35.4}, {15.4, 37}}},                                   // collar bone
        {true, {{3, 55.8}, {9, 57}, {16, 53.4}}},                                   // chest
        {false, {{0, 83.6}, {0, 86}}},                                              // navel
        {true, {{2.4, 103}, {8, 100}, {15, 93.4}}},                                 // groin
        {true, {{6.8, 147}, {7.6, 150}, {9.8, 151.6}, {12, 150}, {12.8, 147}}},     // knee cap
    };
}

std::vector<Detail> back_details() {
    return {
        {false, {{0, 35}, {0, 60}, {0, 88}}},                           // spine
        {true, {{5, 41}, {7.6, 51}, {11, 57}, {14, 55.4}, {15.6, 45}}}, // shoulder blade
        {false, {{0, 95}, {0, 100}, {0, 104}}},                         // cleft
        {true, {{1.2, 109}, {4.4, 112}, {9, 112.8}, {15.6, 108.6}}},    // buttock
        {true, {{6, 150}, {9.6, 148.8}, {13.2, 150}}},                  // hollow of the knee
        {true, {{6.4, 169}, {9.4, 172.4}, {12.6, 169}}},                // calf
    };
}

double root_of_distance(BodyPoint from, BodyPoint to) {
    return std::sqrt(std::hypot(to.x - from.x, to.y - from.y));
}

/// The Bezier handle at `at` towards `to`, on a curve that comes from `from`. The curve is a
/// centripetal Catmull-Rom spline: it passes through every point and makes no loop between close
/// points.
BodyPoint handle(BodyPoint from, BodyPoint at, BodyPoint to) {
    const double before = root_of_distance(from, at);
    const double after = root_of_distance(at, to);
    if (before == 0) {
        return at;
    }
    const double whole = 3 * before * (before + after);
    const double share = 2 * before * before + 3 * before * after + after * after;
    const auto of = [&](double f, double a, double t) {
        return (before * before * t - after * after * f + share * a) / whole;
    };
    return {of(from.x, at.x, to.x), of(from.y, at.y, to.y)};
}

/// Appends curves through the points; the line already ends at the first one.
void add_curves(BodyLine& line, const Points& through) {
    for (std::size_t i = 0; i + 1 < through.size(); ++i) {
        const auto& before = through[i == 0 ? 0 : i - 1];
        const auto& after = through[std::min(i + 2, through.size() - 1)];
        line.points.push_back(handle(before, through[i], through[i + 1]));
        line.points.push_back(handle(after, through[i + 1], through[i]));
        line.points.push_back(through[i + 1]);
    }
}

BodyLine line_through(const Points& points) {
    BodyLine line{{points.front()}};
    add_curves(line, points);
    return line;
}

Points mirrored(Points points) {
    for (auto& point : points) {
        point.x = -point.x;
    }
    return points;
}

Points backwards(Points points) {
    std::reverse(points.begin(), points.end());
    return points;
}

/// Corners at the armpits and between the legs, smooth everywhere else.
BodyLine outline() {
    const auto half = head_to_armpit();
    auto over_the_head = backwards(mirrored(half));
    over_the_head.insert(over_the_head.end(), half.begin() + 1, half.end());
    const auto below = armpit_to_crotch();
    BodyLine line{{below.back()}};
    add_curves(line, backwards(mirrored(below)));
    add_curves(line, over_the_head);
    add_curves(line, below);
    return line;
}

BodyFigure figure_of(const std::vector<Detail>& details) {
    BodyFigure figure{outline(), {}};
    for (const auto& detail : details) {
        figure.details.push_back(line_through(detail.points));
        if (detail.mirrored) {
            figure.details.push_back(line_through(mirrored(detail.points)));
        }
    }
    return figure;
}

} // namespace

const BodyFigure& body_figure(BodyView view) {
    static const BodyFigure front = figure_of(front_details());
    static const BodyFigure back = figure_of(back_details());
    return view == BodyView::front ? front : back;
}

} // namespace praxis
