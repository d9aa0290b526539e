// SPDX-License-Identifier: MIT
#pragma once
#include "figure/sketch.hpp"
#include "pdf/typesetter.hpp"

#include <cairo.h>

#include <map>
#include <memory>
#include <vector>

namespace praxis::exports::pdf {

/// Draws sketches on one surface.
class SketchPainter {
  public:
    SketchPainter(cairo_t* cairo, Typesetter& typesetter)
        : cairo_(cairo), typesetter_(typesetter) {}

    void draw(const Sketch& sketch, double x, double y);

  private:
    void trace(const std::vector<SketchPoint>& points);
    void draw_part(const Stroke& stroke);
    void draw_part(const Curve& curve);
    void draw_part(const Stencil& stencil);
    void draw_part(const Mark& mark);
    void draw_part(const Label& label);

    cairo_t* cairo_;
    Typesetter& typesetter_;
    std::map<const void*, std::unique_ptr<cairo_surface_t, DestroySurface>> pictures_;
};

} // namespace praxis::exports::pdf
