// SPDX-License-Identifier: MIT
#include "pdf/strokes.hpp"

#include <algorithm>
#include <cstddef>

namespace praxis::exports::pdf {

void draw_line(cairo_t* cairo, SketchPoint from, SketchPoint to, Colour colour, double width) {
    set_colour(cairo, colour);
    cairo_set_line_width(cairo, width);
    cairo_move_to(cairo, from.x, from.y);
    cairo_line_to(cairo, to.x, to.y);
    cairo_stroke(cairo);
}

void fill(cairo_t* cairo, double x, double y, double width, double height, Colour colour) {
    set_colour(cairo, colour);
    cairo_rectangle(cairo, x, y, width, height);
    cairo_fill(cairo);
}

void draw_curve(cairo_t* cairo, const Curve& curve) {
    const auto& points = curve.points;
    cairo_new_path(cairo);
    cairo_move_to(cairo, points.front().x, points.front().y);
    for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
        const auto& one = points[i + 1];
        const auto& two = points[i + 2];
        const auto& end = points[i + 3];
        cairo_curve_to(cairo, one.x, one.y, two.x, two.y, end.x, end.y);
    }
    if (curve.fill) {
        cairo_close_path(cairo);
        set_colour(cairo, *curve.fill);
        cairo_fill_preserve(cairo);
    }
    set_colour(cairo, curve.colour);
    cairo_set_line_width(cairo, curve.width);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_stroke(cairo);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
}

Text one_line(Typesetter& typesetter, std::string text, double width, Align align, double size) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    auto line = typesetter.set(text, {.size = size, .colour = colours::quiet, .align = align});
    line.keep_one_line(width);
    return line;
}

} // namespace praxis::exports::pdf
