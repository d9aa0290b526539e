// SPDX-License-Identifier: MIT
/// A picture from an SVG file, drawn with lines.
#pragma once
#include <praxis/document.hpp>

#include <cairo.h>

#include <memory>

extern "C" {
typedef struct _RsvgHandle RsvgHandle; // NOLINT(modernize-use-using): librsvg's own name
}

namespace praxis::exports::pdf {

class Picture {
  public:
    /// limits  nothing that the file refers to outside itself is loaded
    /// errors  Refused when its text is not SVG, or has no size
    explicit Picture(const Drawing& drawing);

    /// In points.
    [[nodiscard]] double width() const { return width_; }

    [[nodiscard]] double height() const { return height_; }

    /// x, y  the top left corner, in points
    void draw(cairo_t* cairo, double x, double y) const;

  private:
    struct Release {
        void operator()(RsvgHandle* handle) const;
    };

    std::unique_ptr<RsvgHandle, Release> handle_;
    double width_ = 0;
    double height_ = 0;
};

} // namespace praxis::exports::pdf
