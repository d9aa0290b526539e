// SPDX-License-Identifier: MIT
/// The drawing of the body that every renderer shares: its lines, and where each region is marked.
/// Left and right are the client's: from the front the client's right is on the viewer's left, from
/// behind it is on the viewer's right.
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace praxis {

enum class BodyView { front, back };

/// x from the midline to the viewer's right, y from the crown down. A figure is as tall as
/// `body_height`, and no wider than `body_half_width` to either side.
struct BodyPoint {
    double x = 0;
    double y = 0;
};

inline constexpr double body_height = 200;
inline constexpr double body_half_width = 44;

/// points  where it begins, then three for each cubic Bézier curve: two handles and the end
struct BodyLine {
    std::vector<BodyPoint> points;
};

/// One closed outline, and the thin lines inside it (a face, the spine), which tell the views
/// apart.
struct BodyFigure {
    BodyLine outline;
    std::vector<BodyLine> details;
};

PRAXIS_API const BodyFigure& body_figure(BodyView view);

/// Where a mark stands. `reach` is how far what is marked extends up and down from there, for
/// regions that a single point would not tell from a part of them (the full back); mostly 0.
struct BodyPlace {
    BodyView view = BodyView::front;
    BodyPoint at;
    double reach = 0;
};

/// The places of a region. Without a side (or with one that it cannot have, such as the midline of
/// a knee) both of a pair are marked and all else in the midline. Nothing for an unknown region.
PRAXIS_API std::vector<BodyPlace> body_places(std::string_view region, std::string_view side);

struct PlacedMark {
    std::size_t mark = 0; // which one of the chart's
    BodyPlace place;      // where it belongs
    BodyPoint at;         // where it has room
};

/// All marks at their places. Those that would cover another one move aside, never over the
/// midline. apart  how far marks must at least be from each other, across and down
PRAXIS_API std::vector<PlacedMark> place_marks(const BodyChart& chart, BodyPoint apart);

/// The marks in words, a row each: mark, kind, where, and what when any mark says so.
PRAXIS_API Grid body_chart_legend(const BodyChart& chart);

} // namespace praxis
