// SPDX-License-Identifier: MIT
/// A drawing as a list of strokes, marks and labels, so that PDF and SVG show the same one.
/// Units are points; the origin is the top left corner.
#pragma once
#include <praxis/document.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace praxis::exports {

/// 0xRRGGBB
struct Colour {
    std::uint32_t rgb = 0;

    friend bool operator==(Colour, Colour) = default;
};

namespace colours {
inline constexpr Colour paper{0xFFFFFF};
inline constexpr Colour text{0x1F2328};
inline constexpr Colour quiet{0x56616B};
inline constexpr Colour accent{0x124D61};
inline constexpr Colour rule{0xC5CED4};
inline constexpr Colour tint{0xEEF3F5};
inline constexpr Colour alarm{0xA8201A};
inline constexpr Colour alarm_tint{0xFCF1F0};
inline constexpr Colour watermark{0xEBEEF0};
} // namespace colours

struct SketchPoint {
    double x = 0;
    double y = 0;
};

struct Stroke {
    std::vector<SketchPoint> points;
    Colour colour;
    double width = 1;
    std::vector<double> dashes; // empty: solid
};

/// A smooth line: its first point, then three points for each cubic Bézier curve.
struct Curve {
    std::vector<SketchPoint> points;
    Colour colour;
    double width = 1;
    std::optional<Colour> fill; // closes it
};

/// A closed shape with straight edges.
Curve filled(const std::vector<SketchPoint>& corners, Colour colour);

/// Lines that many sketches share; a renderer may draw them once and repeat the picture.
struct Stencil {
    SketchPoint at; // of the lines' origin
    std::shared_ptr<const std::vector<Curve>> curves;
    SketchPoint least; // the corners of a box around the curves, from their origin
    SketchPoint most;
};

/// Series also differ by shape, because colour alone must not carry meaning (WCAG 2.2, 1.4.1).
enum class Shape { circle, square, diamond, triangle };

struct Mark {
    SketchPoint centre;
    Shape shape = Shape::circle;
    Colour colour;
    double radius = 3;
    bool hollow = false; // white, with a line of its colour around it
};

inline constexpr double hollow_line = 1.3;

/// The corners of a mark that is not a circle.
std::vector<SketchPoint> corners(const Mark& mark);

enum class Anchor { start, middle, end };

struct Label {
    SketchPoint at; // on the baseline
    std::string text;
    Anchor anchor = Anchor::start;
    double size = 8;
    bool bold = false;
    Colour colour = colours::text;
};

struct Sketch {
    double width = 0;
    double height = 0;
    std::vector<std::variant<Stroke, Curve, Stencil, Mark, Label>> parts;
};

/// Dates along the bottom, values at their points, a legend when there are several series.
/// Values outside of lowest..highest widen the scale, so that no value is cut off.
Sketch draw_line_chart(const LineChart& chart, double width, double height);

/// Front and back side by side, in the middle of `width`: discs for work, rings for findings, each
/// with its label. body_chart_legend() explains the labels.
Sketch draw_body_chart(const BodyChart& chart, double width);

/// Small, at the right end of `width`, in black: hatched where it hurts or something was found, a
/// dashed line around work, an arrow to where the pain spreads. Marks of one place share it. The
/// labels stand outside of the body.
Sketch draw_small_body_chart(const BodyChart& chart, double width);

/// The width and the height of the small one.
SketchPoint small_body_chart_size();

/// Every colour as black, and tints as paper.
Colour in_black(Colour colour);
Sketch in_black(Sketch sketch);

/// The same in words, for readers who cannot see the drawing: every date with its value, every mark
/// with its region.
std::string describe(const LineChart& chart);
std::string describe(const BodyChart& chart);

/// "6", "6.5"; at most two decimals.
std::string plain_number(double value);

} // namespace praxis::exports
