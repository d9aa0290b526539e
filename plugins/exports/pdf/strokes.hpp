// SPDX-License-Identifier: MIT
/// Lines, areas and texts of one line, drawn at once.
#pragma once
#include "figure/sketch.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

#include <cairo.h>

#include <string>

namespace praxis::exports::pdf {

void draw_line(cairo_t* cairo, SketchPoint from, SketchPoint to, Colour colour, double width);
void fill(cairo_t* cairo, double x, double y, double width, double height, Colour colour);
void draw_curve(cairo_t* cairo, const Curve& curve);

/// The text in small print, cut where the width ends.
Text one_line(
    Typesetter& typesetter, std::string text, double width, Align align, double size = 7.5
);

} // namespace praxis::exports::pdf
