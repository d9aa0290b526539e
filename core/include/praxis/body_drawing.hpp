// SPDX-License-Identifier: MIT
/// The drawing of the body that all renderers share: its lines, and the place of each region's
/// mark. Left and right are the client's. In the front view the client's right is on the viewer's
/// left; in the back view it is on the viewer's right.
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace praxis {

enum class BodyView { front, back };

/// x runs from the midline to the viewer's right, y from the crown down. A figure is `body_height`
/// tall and at most `body_half_width` wide on each side.
struct BodyPoint {
    double x = 0;
    double y = 0;
};

inline constexpr double body_height = 200;
inline constexpr double body_half_width = 44;

/// points  the start, then three for each cubic Bézier curve: two handles and the end
struct BodyLine {
    std::vector<BodyPoint> points;
};

/// One closed outline, and the thin lines inside it that distinguish the views: the face, the
/// spine.
struct BodyFigure {
    BodyLine outline;
    std::vector<BodyLine> details;
};

PRAXIS_API const BodyFigure& body_figure(BodyView view);

/// The place of a mark. `reach` is how far the region extends up and down from there. It is 0
/// except for regions that one point would not distinguish from a part of them, such as the full
/// back.
struct BodyPlace {
    BodyView view = BodyView::front;
    BodyPoint at;
    double reach = 0;
    BodyPoint extent = {}; // half the width and half the height of the region
};

/// The places of a region. Without a side, or with an impossible one (the midline of a knee), a
/// paired region has two places and any other region one in the midline. Empty for an unknown
/// region.
PRAXIS_API std::vector<BodyPlace> body_places(std::string_view region, std::string_view side);

struct PlacedMark {
    std::size_t mark = 0; // its index in the chart
    BodyPlace place;      // the place of its region
    BodyPoint at;         // where it is drawn: there, or aside
};

/// All marks at their places. A mark that would cover another moves aside, never over the midline.
/// apart  the least distance between marks, across and down
PRAXIS_API std::vector<PlacedMark> place_marks(const BodyChart& chart, BodyPoint apart);

/// The marks as a table for people, a row each: mark, kind, where, and what when any mark has it.
PRAXIS_API Grid body_chart_legend(const BodyChart& chart);

} // namespace praxis
