// SPDX-License-Identifier: MIT
#include "pdf/sketch_painter.hpp"

#include "pdf/strokes.hpp"

#include <numbers>
#include <variant>

namespace praxis::exports::pdf {
namespace {

std::unique_ptr<cairo_surface_t, DestroySurface> record(const Stencil& stencil) {
    const cairo_rectangle_t extents{
        stencil.least.x,
        stencil.least.y,
        stencil.most.x - stencil.least.x,
        stencil.most.y - stencil.least.y};
    std::unique_ptr<cairo_surface_t, DestroySurface> picture{
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)};
    const std::unique_ptr<cairo_t, DestroyCairo> cairo{cairo_create(picture.get())};
    for (const auto& curve : *stencil.curves) {
        draw_curve(cairo.get(), curve);
    }
    return picture;
}

} // namespace

void SketchPainter::draw(const Sketch& sketch, double x, double y) {
    cairo_save(cairo_);
    cairo_translate(cairo_, x, y);
    for (const auto& part : sketch.parts) {
        std::visit([this](const auto& drawn) { draw_part(drawn); }, part);
    }
    cairo_restore(cairo_);
}

void SketchPainter::trace(const std::vector<SketchPoint>& points) {
    cairo_new_path(cairo_); // a text sets the current point to its end
    for (const auto& point : points) {
        cairo_line_to(cairo_, point.x, point.y);
    }
}

void SketchPainter::draw_part(const Stroke& stroke) {
    set_colour(cairo_, stroke.colour);
    cairo_set_line_width(cairo_, stroke.width);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cairo_, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
    trace(stroke.points);
    cairo_stroke(cairo_);
    cairo_set_dash(cairo_, nullptr, 0, 0);
}

void SketchPainter::draw_part(const Curve& curve) {
    draw_curve(cairo_, curve);
}

/// Cairo stores a recorded picture once in the file, however often it is painted.
void SketchPainter::draw_part(const Stencil& stencil) {
    auto& picture = pictures_[stencil.curves.get()];
    if (!picture) {
        picture = record(stencil);
    }
    cairo_set_source_surface(cairo_, picture.get(), stencil.at.x, stencil.at.y);
    cairo_paint(cairo_);
}

void SketchPainter::draw_part(const Mark& mark) {
    if (mark.shape == Shape::circle) {
        cairo_new_path(cairo_);
        cairo_arc(cairo_, mark.centre.x, mark.centre.y, mark.radius, 0, 2 * std::numbers::pi);
    } else {
        trace(corners(mark));
        cairo_close_path(cairo_);
    }
    if (!mark.hollow) {
        set_colour(cairo_, mark.colour);
        cairo_fill(cairo_);
        return;
    }
    set_colour(cairo_, colours::paper);
    cairo_fill_preserve(cairo_);
    set_colour(cairo_, mark.colour);
    cairo_set_line_width(cairo_, hollow_line);
    cairo_stroke(cairo_);
}

void SketchPainter::draw_part(const Label& label) {
    const auto text = typesetter_.set(
        label.text, {.size = label.size, .bold = label.bold, .colour = label.colour}
    );
    const double share = label.anchor == Anchor::start    ? 0
                         : label.anchor == Anchor::middle ? 0.5
                                                          : 1;
    text.draw(
        cairo_, label.at.x - share * text.width(), label.at.y - text.lines().front().baseline
    );
}

} // namespace praxis::exports::pdf
